package dev.mainstay.resilience.idempotency.actuate;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes keys, on either stack.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({ KeyedApplication.Operations.class, KeyedApplication.Traces.class })
class KeyedApplication {

	static ConfigurableApplicationContext run(WebApplicationType type, Map<String, Object> properties,
			Class<?>... more) {
		return new SpringApplicationBuilder(KeyedApplication.class).sources(more)
			.web(type)
			.properties("server.port=0", "spring.main.banner-mode=off", "mainstay.idempotency.after-failure=unknown",
					"mainstay.idempotency.max-response-size=100B", "management.endpoint.health.show-details=always")
			.properties(properties)
			.run();
	}

	static int port(ConfigurableApplicationContext context) {
		return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
	}

	@RestController
	static class Operations {

		private final Map<String, Sinks.Empty<String>> gates = new ConcurrentHashMap<>();

		Sinks.Empty<String> gate(String name) {
			return this.gates.computeIfAbsent(name, (key) -> Sinks.empty());
		}

		@PostMapping("/orders")
		String order() {
			return "ordered";
		}

		@PostMapping("/slow/{gate}")
		Mono<String> slow(@PathVariable String gate) {
			return gate(gate).asMono().defaultIfEmpty("slow");
		}

		@PostMapping("/fails")
		String fails() {
			throw new IllegalStateException("halfway");
		}

		@PostMapping("/big")
		String big() {
			return "x".repeat(1000);
		}

	}

	/** What a tracer sees of requests. */
	static class Traces implements ObservationHandler<Observation.Context> {

		final List<Observation.Context> requests = new CopyOnWriteArrayList<>();

		@Override
		public void onStop(Observation.Context context) {
			if ("http.server.requests".equals(context.getName())) {
				this.requests.add(context);
			}
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

}
