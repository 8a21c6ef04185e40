package dev.mainstay.core.request;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RequestExchangeTests {

	private static final RequestEnd END = new RequestEnd(200, false, 3, 5);

	private final List<CompletedRequest> completed = Collections.synchronizedList(new ArrayList<>());

	private final RequestLifecycle lifecycle = new RequestLifecycle(() -> List.of(this.completed::add),
			TrustedProxies.none());

	@Test
	void tellsTheListenersOnceHoweverManyThreadsEndIt() throws InterruptedException {
		RequestExchange exchange = begin();
		AtomicInteger ended = new AtomicInteger();
		ExecutorService threads = Executors.newFixedThreadPool(8);
		for (int i = 0; i < 100; i++) {
			threads.execute(() -> ended.addAndGet(exchange.complete(END) ? 1 : 0));
		}
		threads.shutdown();
		assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
		assertThat(ended).hasValue(1);
		assertThat(this.completed).hasSize(1);
	}

	/** The second thread comes while the first one looks at its failure. */
	@Test
	void ofTwoThreadsOnlyOneIsTheFirst() {
		RequestExchange exchange = begin();
		AtomicReference<CompletableFuture<Throwable>> seen = new AtomicReference<>();
		exchange.failed(new Exception() {
			@Override
			public Throwable getCause() {
				seen.compareAndSet(null, CompletableFuture.supplyAsync(() -> {
					exchange.failed(new IllegalStateException());
					return exchange.failure();
				}));
				LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
				return null;
			}
		});
		assertThat(seen.get().join()).isSameAs(exchange.failure());
	}

	@Test
	void keepsTheFirstRouteAndTheStatusThatWentOut() {
		RequestExchange exchange = begin();
		exchange.routed("/orders/{id}");
		exchange.routed("/error");
		exchange.committed(200);
		exchange.committed(500);
		exchange.complete(new RequestEnd(500, false, -1, -1));
		assertThat(this.completed).singleElement().satisfies((request) -> {
			assertThat(request.route()).isEqualTo("/orders/{id}");
			assertThat(request.status()).isEqualTo(200);
		});
	}

	@Test
	void unwrapsTheFailureAndCallsTheRequestFailed() {
		RequestExchange exchange = begin();
		IllegalStateException failure = new IllegalStateException();
		exchange.failed(new CompletionException(failure));
		exchange.complete(END);
		assertThat(this.completed).singleElement().satisfies((request) -> {
			assertThat(request.failure()).isSameAs(failure);
			assertThat(request.outcome()).isEqualTo(RequestOutcome.FAILED);
		});
	}

	@Test
	void callsARequestAbortedEvenWhereItAlsoFailed() {
		RequestExchange exchange = begin();
		exchange.failed(new IllegalStateException());
		exchange.complete(new RequestEnd(200, true, -1, -1));
		assertThat(this.completed.get(0).outcome()).isEqualTo(RequestOutcome.ABORTED);
	}

	@Test
	void survivesAListenerThatThrowsAndTellsTheNext() {
		RequestCompletionListener bad = (request) -> {
			throw new IllegalStateException("expected by the test");
		};
		RequestLifecycle withBad = new RequestLifecycle(() -> List.of(bad, this.completed::add), TrustedProxies.none());
		assertThat(begin(withBad).complete(END)).isTrue();
		assertThat(this.completed).hasSize(1);
	}

	@Test
	void tellsTheCountersWhoseRequestItWasWithoutASnapshot() {
		List<RequestOrigin> counted = new ArrayList<>();
		RequestLifecycle counting = new RequestLifecycle(List::of, () -> List.of(counted::add), TrustedProxies.none());
		RequestExchange exchange = begin(counting);
		exchange.origin(RequestOrigin.MANAGEMENT);
		exchange.complete(END);
		exchange.complete(END);
		assertThat(counted).containsExactly(RequestOrigin.MANAGEMENT);
	}

	@Test
	void survivesListenersThatCannotBeCreated() {
		Supplier<List<RequestCompletionListener>> broken = () -> {
			throw new IllegalStateException("expected by the test");
		};
		assertThat(begin(new RequestLifecycle(broken, TrustedProxies.none())).complete(END)).isTrue();
	}

	private RequestExchange begin() {
		return begin(this.lifecycle);
	}

	private static RequestExchange begin(RequestLifecycle lifecycle) {
		return lifecycle
			.begin(new RequestStart("GET", "/orders/1", Peer.unknown(), RequestOrigin.APPLICATION, System.nanoTime()));
	}

}
