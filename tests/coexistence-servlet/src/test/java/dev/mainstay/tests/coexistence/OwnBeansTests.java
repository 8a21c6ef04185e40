package dev.mainstay.tests.coexistence;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.BeforeAndAfter;
import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application with beans of types of which Mainstay makes use, too.
 */
class OwnBeansTests {

	@Test
	void itsBeansDoWhatTheyDid() {
		BeforeAndAfter answers = BeforeAndAfter.of(WithBeans.class, OwnBeansTests::requests, "--mainstay.mode=enforce");
		assertThat(answers.after()).isEqualTo(answers.before())
			.extracting((answer) -> answer.body())
			.containsExactly("2001-02-03", "decorated by the application", "decorated by the application",
					"{\"count\":1.0}", "{\"observed\":1}");
	}

	@Test
	void mainstayWorksWithThem() {
		try (WorldApplication application = World.hardened().start(WithBeans.class)) {
			Http http = application.http();
			http.get("/count");
			http.get("/observed");
			assertThat(
					http.post("/once", "{}", "Idempotency-Key", "\"k-1\"").headers().firstValue("Idempotency-Status"))
				.hasValue("created");
			assertThat(
					http.post("/once", "{}", "Idempotency-Key", "\"k-1\"").headers().firstValue("Idempotency-Status"))
				.hasValue("replayed");
			assertThat(http.get("/actuator/prometheus").body()).contains("own_counter_total 1.0",
					"own_observation_seconds_count", "http_server_requests_seconds_count",
					"mainstay_idempotency_requests_total");
			assertThat(http.get("/once").headers().map()).containsKey("traceresponse");
		}
	}

	private static Stream<HttpResponse<String>> requests(Http http) {
		return Stream.of("/clock", "/async", "/callable", "/count", "/observed").map(http::get);
	}

	@SpringBootApplication(scanBasePackages = "none")
	@EnableAsync
	@Import({ Handlers.class, Background.class })
	static class WithBeans {

		static final ThreadLocal<String> decoration = new ThreadLocal<>();

		@Bean
		Clock clock() {
			return Clock.fixed(Instant.parse("2001-02-03T04:05:06Z"), ZoneOffset.UTC);
		}

		@Bean
		TaskDecorator taskDecorator() {
			return (task) -> () -> {
				decoration.set("decorated by the application");
				task.run();
				decoration.remove();
			};
		}

		@Bean
		AtomicInteger observed() {
			return new AtomicInteger();
		}

		@Bean
		ObservationRegistry observations(AtomicInteger observed) {
			ObservationRegistry registry = ObservationRegistry.create();
			registry.observationConfig().observationHandler(new Handler(observed));
			return registry;
		}

		@Bean
		MeterRegistry meters() {
			return new SimpleMeterRegistry();
		}

	}

	record Handler(AtomicInteger observed) implements ObservationHandler<Observation.Context> {

		@Override
		public void onStop(Observation.Context context) {
			if (context.getName().equals("own.observation")) {
				this.observed.incrementAndGet();
			}
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

	@RestController
	static class Handlers {

		private final Clock clock;

		private final Background background;

		private final MeterRegistry meters;

		private final ObservationRegistry observations;

		private final AtomicInteger observed;

		Handlers(Clock clock, Background background, MeterRegistry meters, ObservationRegistry observations,
				AtomicInteger observed) {
			this.observed = observed;
			this.clock = clock;
			this.background = background;
			this.meters = meters;
			this.observations = observations;
		}

		@GetMapping("/clock")
		String clock() {
			return LocalDate.now(this.clock).toString();
		}

		@GetMapping("/async")
		CompletableFuture<String> async() {
			return this.background.decoration();
		}

		@GetMapping("/callable")
		Callable<String> callable() {
			return () -> String.valueOf(WithBeans.decoration.get());
		}

		@GetMapping("/count")
		Map<String, Double> count() {
			this.meters.counter("own.counter").increment();
			return Map.of("count", this.meters.get("own.counter").counter().count());
		}

		@GetMapping("/observed")
		Map<String, Integer> observed() {
			Observation.createNotStarted("own.observation", this.observations).observe(() -> {
			});
			return Map.of("observed", this.observed.get());
		}

		@PostMapping("/once")
		String once() {
			return "once";
		}

	}

	@Component
	static class Background {

		@Async
		public CompletableFuture<String> decoration() {
			return CompletableFuture.completedFuture(String.valueOf(WithBeans.decoration.get()));
		}

	}

}
