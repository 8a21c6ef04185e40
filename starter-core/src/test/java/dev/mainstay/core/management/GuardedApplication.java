package dev.mainstay.core.management;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import reactor.core.publisher.Mono;

import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * An application with a scrape endpoint whose content must not leak.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class GuardedApplication {

	static final String CONTENT = "canary_total 42";

	@Bean
	Scrape scrape() {
		return new Scrape();
	}

	@Bean
	Late late() {
		return new Late();
	}

	@Bean
	Told told() {
		return new Told(new CopyOnWriteArrayList<>());
	}

	/** Stands in for the token policy of the security starter. */
	@Bean
	@ConditionalOnBooleanProperty("test.header-policy")
	ManagementAccessPolicy headerPolicy() {
		return (call) -> call.endpoint().equals("prometheus") && "open".equals(call.header("X-Sesame"));
	}

	@Endpoint(id = "prometheus")
	static class Scrape {

		@ReadOperation
		String scrape() {
			return CONTENT;
		}

		@ReadOperation
		String scrape(@Selector(match = Selector.Match.ALL_REMAINING) String... names) {
			return CONTENT + " " + String.join("/", names);
		}

		@WriteOperation
		String reset() {
			return CONTENT;
		}

		@DeleteOperation
		String delete() {
			return CONTENT;
		}

	}

	/** On Spring MVC its handler is passed twice. */
	@Endpoint(id = "slo")
	static class Late {

		@ReadOperation
		Mono<String> late() {
			return Mono.delay(Duration.ofMillis(20)).map((tick) -> CONTENT);
		}

	}

	record Told(List<AccessOutcome> outcomes) implements ManagementAccessListener {

		@Override
		public void decided(AccessOutcome outcome, ManagementCall call) {
			this.outcomes.add(outcome);
		}

	}

	@RestController
	static class Greeting {

		@GetMapping("/greeting")
		String greeting() {
			return "hello";
		}

	}

}
