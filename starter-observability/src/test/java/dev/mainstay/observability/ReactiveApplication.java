package dev.mainstay.observability;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The same on a reactive stack, where the thread changes on the way.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(ReactiveApplication.Controller.class)
public class ReactiveApplication {

	@RestController
	static class Controller {

		private static final Logger logger = LoggerFactory.getLogger(Controller.class);

		@GetMapping("/orders/{id}")
		Mono<String> order(@PathVariable String id) {
			return Mono.delay(Duration.ofMillis(1))
				.map((tick) -> id)
				.doOnNext((
						it) -> logger.atInfo().addKeyValue("password", "hunter2").log("Order {} password=hunter2", it));
		}

		@GetMapping("/broken")
		Mono<String> broken() {
			return Mono.error(new IllegalStateException("Cannot log in with password=hunter2"));
		}

	}

}
