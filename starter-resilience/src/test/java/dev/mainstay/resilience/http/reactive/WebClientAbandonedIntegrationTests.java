package dev.mainstay.resilience.http.reactive;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.mainstay.resilience.http.Dependency;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A caller who goes in the moment in which the answer comes.
 */
@Timeout(60)
class WebClientAbandonedIntegrationTests {

	private static final String HOOK = WebClientAbandonedIntegrationTests.class.getName();

	private final CompletableFuture<Disposable> caller = new CompletableFuture<>();

	private final CountDownLatch left = new CountDownLatch(1);

	@AfterEach
	void unhook() {
		Hooks.resetOnEachOperator(HOOK);
	}

	@Test
	void theCallIsOver() {
		try (Dependency dependency = Dependency.answering((number, socket) -> {
			if (number == 1) {
				socket.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nbegun".getBytes());
			}
			else {
				Dependency.answer(socket, 200, "");
			}
		})) {
			Hooks.onEachOperator(HOOK, Operators.lift((operator, actual) -> new Leaving<>(actual)));
			ReactiveApplication.with("reactor").and("mainstay.http-client.max-concurrent-calls=1").run((client) -> {
				this.caller
					.complete(client.get().uri(dependency.url()).retrieve().bodyToMono(String.class).subscribe());
				await(this.left);
				assertThat(ReactiveApplication.status(client, "GET", dependency.url())).isEqualTo(200);
			});
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Has the caller go before anybody but the first operator has seen the answer. */
	private final class Leaving<T> implements CoreSubscriber<T> {

		private final CoreSubscriber<? super T> actual;

		Leaving(CoreSubscriber<? super T> actual) {
			this.actual = actual;
		}

		@Override
		public Context currentContext() {
			return this.actual.currentContext();
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			this.actual.onSubscribe(subscription);
		}

		@Override
		public void onNext(T value) {
			if (!(value instanceof Outcome) || isOver()) {
				this.actual.onNext(value);
				return;
			}
			WebClientAbandonedIntegrationTests.this.caller.join().dispose();
			this.actual.onNext(value);
			WebClientAbandonedIntegrationTests.this.left.countDown();
		}

		private boolean isOver() {
			return WebClientAbandonedIntegrationTests.this.left.getCount() == 0;
		}

		@Override
		public void onError(Throwable failure) {
			this.actual.onError(failure);
		}

		@Override
		public void onComplete() {
			this.actual.onComplete();
		}

	}

}
