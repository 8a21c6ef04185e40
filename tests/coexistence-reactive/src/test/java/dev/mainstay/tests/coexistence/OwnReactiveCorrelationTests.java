package dev.mainstay.tests.coexistence;

import dev.mainstay.tests.harness.Await;
import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A reactive application that carries ids of its own to the MDC of whatever thread works
 * for a request, under the keys that Mainstay uses, too.
 */
@ExtendWith(OutputCaptureExtension.class)
class OwnReactiveCorrelationTests {

	@ParameterizedTest
	@MethodSource("dev.mainstay.tests.harness.World#both")
	void theIdsOfTheApplicationAreOnEveryLineOfItsHandlers(World world, CapturedOutput output) {
		try (WorldApplication application = world.start(Correlated.class,
				"--logging.pattern.console=[%X{requestId}|%X{traceId}] %m%n")) {
			Http http = application.http();
			String port = application.property("local.server.port");
			for (int i = 0; i < 3; i++) {
				assertThat(http.get("/calling", "X-Request-Id", "c" + i, "X-Port", port).body()).isEqualTo("called");
				assertThat(http.get("/broken", "X-Request-Id", "f" + i).statusCode()).isEqualTo(500);
			}
			Await.until(() -> assertThat(output.toString().lines()).contains("[own-c0|trace-of-own-c0] Handled",
					"[own-c0|trace-of-own-c0] Observed", "[own-c0|trace-of-own-c0] Hopped",
					"[own-c0|trace-of-own-c0] Called", "[own-c2|trace-of-own-c2] Handled",
					"[own-c2|trace-of-own-c2] Hopped", "[own-c2|trace-of-own-c2] Called",
					"[own-called-by-c2|trace-of-own-called-by-c2] Answering", "[own-f0|trace-of-own-f0] Failed",
					"[own-f2|trace-of-own-f2] Failed"));
			assertThat(output)
				.containsPattern("\\[own-f0\\|trace-of-own-f0] .*(500 Server Error for HTTP|Failed) GET \"?/broken");
		}
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ ReactiveApplication.class, OwnMdc.class, CorrelationFilter.class, Controller.class })
	static class Correlated {

	}

	static class OwnMdc implements DisposableBean {

		OwnMdc() {
			Hooks.onEachOperator("own", Operators.lift((publisher, subscriber) -> new MdcSubscriber<>(subscriber)));
		}

		@Override
		public void destroy() {
			Hooks.resetOnEachOperator("own");
		}

	}

	record MdcSubscriber<T>(CoreSubscriber<T> delegate) implements CoreSubscriber<T> {

		@Override
		public Context currentContext() {
			return this.delegate.currentContext();
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			this.delegate.onSubscribe(subscription);
		}

		@Override
		public void onNext(T value) {
			toMdc();
			this.delegate.onNext(value);
		}

		@Override
		public void onError(Throwable failure) {
			toMdc();
			this.delegate.onError(failure);
		}

		@Override
		public void onComplete() {
			toMdc();
			this.delegate.onComplete();
		}

		private void toMdc() {
			String id = currentContext().getOrDefault("own", null);
			if (id != null) {
				MDC.put("requestId", id);
				MDC.put("traceId", "trace-of-" + id);
			}
		}

	}

	@Order(Ordered.HIGHEST_PRECEDENCE)
	static class CorrelationFilter implements WebFilter {

		@Override
		public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
			String id = "own-" + exchange.getRequest().getHeaders().getFirst("X-Request-Id");
			return chain.filter(exchange).contextWrite((context) -> context.put("own", id));
		}

	}

	@RestController
	static class Controller {

		private static final Logger logger = LoggerFactory.getLogger(Controller.class);

		private final WebClient client;

		private final ObservationRegistry observations;

		Controller(WebClient.Builder builder, ObjectProvider<ObservationRegistry> observations) {
			this.client = builder.build();
			this.observations = observations.getIfAvailable(ObservationRegistry::create);
		}

		@GetMapping("/calling")
		Mono<String> call(ServerWebExchange exchange) {
			String id = exchange.getRequest().getHeaders().getFirst("X-Request-Id");
			String port = exchange.getRequest().getHeaders().getFirst("X-Port");
			Mono<String> call = this.client.get()
				.uri("http://127.0.0.1:" + port + "/called")
				.header("X-Request-Id", "called-by-" + id)
				.retrieve()
				.bodyToMono(String.class);
			return Mono.fromRunnable(this::handle)
				.publishOn(Schedulers.parallel())
				.doOnSuccess((nothing) -> logger.info("Hopped"))
				.then(call)
				.doOnNext((answer) -> logger.info("Called"));
		}

		/**
		 * Nothing puts the ids there again after the span has begun, and after its end.
		 */
		private void handle() {
			Observation.createNotStarted("own", this.observations).observe(() -> logger.info("Handled"));
			logger.info("Observed");
		}

		@GetMapping("/called")
		Mono<String> called() {
			return Mono.fromSupplier(() -> {
				logger.info("Answering");
				return "called";
			});
		}

		@GetMapping("/broken")
		Mono<String> fail() {
			return Mono.<String>error(new IllegalStateException("Failed as told"))
				.publishOn(Schedulers.parallel())
				.doOnError((ex) -> logger.info("Failed"));
		}

	}

}
