package dev.mainstay.observability.slo.method;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.observability.SampleRequest;
import dev.mainstay.observability.slo.Slo;
import dev.mainstay.observability.slo.SloEvents;
import dev.mainstay.observability.slo.autoconfigure.SloAutoConfiguration;
import dev.mainstay.observability.slo.autoconfigure.SloMethodAutoConfiguration;
import dev.mainstay.tests.harness.Await;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SloMethodTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SloAutoConfiguration.class, SloMethodAutoConfiguration.class))
		.withPropertyValues("mainstay.slo.objectives.job.availability=99", "mainstay.slo.objectives.job.latency=1m",
				"mainstay.slo.objectives.job.latency-target=99");

	@Test
	void countsCallsByTheirEnd() {
		this.runner.withBean(Job.class).run((context) -> {
			Job job = context.getBean(Job.class);
			assertThat(job.run("well")).isEqualTo("well");
			assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> job.run(""));
			job.other();
			assertThat(counts(context.getBean(SloEvents.class))).containsExactly(1, 1, 1, 1);
		});
	}

	@Test
	void countsTheEndOfWhatIsReturned() {
		this.runner.withBean(Job.class).run((context) -> {
			SloEvents events = context.getBean(SloEvents.class);
			Job job = context.getBean(Job.class);
			CompletableFuture<String> begun = new CompletableFuture<>();
			assertThat(job.later(begun)).isSameAs(begun);
			Mono<String> mono = job.mono(Mono.error(new IllegalStateException()));
			assertThat(counts(events)).containsExactly(0, 0, 0, 0);
			begun.completeExceptionally(new CompletionException(new IllegalStateException()));
			mono.onErrorComplete().block();
			assertThat(job.flux(Flux.just("a", "b")).take(1).collectList().block()).containsExactly("a");
			assertThat(counts(events)).containsExactly(1, 2, 1, 2);
		});
	}

	@Test
	void countsScheduledMethods() {
		this.runner.withUserConfiguration(Scheduling.class).run((context) -> {
			SloEvents events = context.getBean(SloEvents.class);
			Await.until(() -> assertThat(events.counts().get(0).bad()).isPositive());
		});
	}

	@Test
	void takesAnObjectiveOfMethodsForNoneOfRequests() {
		this.runner.withUserConfiguration(LazyJob.class).run((context) -> {
			SloEvents events = context.getBean(SloEvents.class);
			events.onCompletion(new SampleRequest());
			assertThat(counts(events)).containsExactly(0, 0, 0, 0);
		});
	}

	@Test
	void refusesAnObjectiveThatThereIsNot() {
		this.runner.withBean(Misspelt.class)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidPropertyException.class)
				.hasMessageContaining("mainstay.slo.objectives.jobb"));
	}

	@Test
	void refusesAMethodWhoseCallsItDoesNotSee() {
		this.runner.withBean(Hidden.class)
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("Hidden.run"));
	}

	@Test
	void leavesBeansAloneWhereItIsSwitchedOff() {
		this.runner.withBean(Misspelt.class)
			.withPropertyValues("mainstay.slo.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	private static Integer[] counts(SloEvents events) {
		return events.counts()
			.stream()
			.flatMapToInt((it) -> IntStream.of((int) it.good(), (int) it.bad()))
			.boxed()
			.toArray(Integer[]::new);
	}

	static class Job {

		@Slo("job")
		String run(String result) {
			if (result.isEmpty()) {
				throw new IllegalStateException();
			}
			return result;
		}

		@Slo("job")
		CompletableFuture<String> later(CompletableFuture<String> begun) {
			return begun;
		}

		@Slo("job")
		Mono<String> mono(Mono<String> result) {
			return result;
		}

		@Slo("job")
		Flux<String> flux(Flux<String> result) {
			return result;
		}

		void other() {
		}

	}

	static class Misspelt {

		@Slo("jobb")
		void run() {
		}

	}

	static class Hidden {

		@Slo("job")
		private void run() {
		}

	}

	static class ScheduledJob {

		@Slo("job")
		@Scheduled(fixedDelay = 10)
		void run() {
			throw new IllegalStateException();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Scheduling {

		@Bean
		ScheduledJob job() {
			return new ScheduledJob();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LazyJob {

		@Bean
		@Lazy
		Job job() {
			return new Job();
		}

	}

}
