package dev.mainstay.observability.slo.method;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import dev.mainstay.observability.slo.ObjectiveCounts;
import dev.mainstay.observability.slo.Slo;
import dev.mainstay.observability.slo.SloEvents;
import dev.mainstay.observability.slo.autoconfigure.SloAutoConfiguration;
import dev.mainstay.observability.slo.autoconfigure.SloMethodAutoConfiguration;
import dev.mainstay.tests.harness.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Methods that something else calls, on another thread or through another proxy.
 */
class SloMethodKindsTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SloAutoConfiguration.class, SloMethodAutoConfiguration.class))
		.withPropertyValues("mainstay.slo.objectives.job.availability=99");

	@ParameterizedTest
	@ValueSource(strings = { "true", "false" })
	void countsWhatRunsOnAnotherThreadByItsEndThere(String proxyTargetClass) {
		this.runner.withUserConfiguration(Asynchronous.class)
			.withPropertyValues("spring.aop.proxy-target-class=" + proxyTargetClass)
			.run((context) -> {
				Work work = context.getBean(Work.class);
				ObjectiveCounts counts = counts(context.getBean(SloEvents.class));
				CompletableFuture<String> end = new CompletableFuture<>();
				work.forget(end);
				CompletableFuture<String> answer = work.answer(end);
				assertThat(counts.good() + counts.bad()).isZero();
				end.completeExceptionally(new IllegalStateException("expected"));
				assertThatExceptionOfType(Exception.class).isThrownBy(answer::get);
				Await.until(() -> assertThat(counts.bad()).isEqualTo(2));
				assertThat(counts.good()).isZero();
			});
	}

	@Test
	void countsListeners() {
		this.runner.withBean(Listener.class).run((context) -> {
			context.publishEvent("well");
			assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> context.publishEvent(""));
			ObjectiveCounts counts = counts(context.getBean(SloEvents.class));
			assertThat(counts.good()).isOne();
			assertThat(counts.bad()).isOne();
		});
	}

	@Test
	void countsEachSubscriberOnceAndNobodyWhoGoesAwayAsBad() {
		this.runner.withBean(Listener.class).run((context) -> {
			Mono<String> never = context.getBean(Listener.class).never();
			ObjectiveCounts counts = counts(context.getBean(SloEvents.class));
			Disposable first = never.subscribe();
			Disposable second = never.subscribe();
			first.dispose();
			second.dispose();
			first.dispose();
			assertThat(counts.good()).isEqualTo(2);
			assertThatExceptionOfType(IllegalStateException.class)
				.isThrownBy(() -> never.timeout(Duration.ofMillis(1), Mono.error(new IllegalStateException())).block());
			assertThat(counts.bad()).isZero();
		});
	}

	private static ObjectiveCounts counts(SloEvents events) {
		return events.counts().get(0);
	}

	interface Work {

		void forget(CompletableFuture<String> end);

		CompletableFuture<String> answer(CompletableFuture<String> end);

	}

	static class AsynchronousWork implements Work {

		@Async
		@Slo("job")
		@Override
		public void forget(CompletableFuture<String> end) {
			end.join();
		}

		@Async
		@Slo("job")
		@Override
		public CompletableFuture<String> answer(CompletableFuture<String> end) {
			return end;
		}

	}

	static class Listener {

		@Slo("job")
		@EventListener
		void on(String message) {
			if (message.isEmpty()) {
				throw new IllegalStateException();
			}
		}

		@Slo("job")
		Mono<String> never() {
			return Mono.never();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAsync
	static class Asynchronous {

		@Bean
		AsynchronousWork work() {
			return new AsynchronousWork();
		}

	}

}
