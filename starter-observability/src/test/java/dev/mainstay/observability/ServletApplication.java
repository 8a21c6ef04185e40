package dev.mainstay.observability;

import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * An ordinary application that logs more than it should.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(ServletApplication.Controller.class)
public class ServletApplication {

	@RestController
	static class Controller {

		private static final Logger logger = LoggerFactory.getLogger(Controller.class);

		@GetMapping("/orders/{id}")
		String order(@PathVariable String id, @RequestParam(defaultValue = "hunter2") String password) {
			logger.atInfo()
				.addKeyValue("password", password)
				.addKeyValue("nested", Map.of("token", password))
				.log("Order {} for password={}", id, password);
			return id;
		}

		@GetMapping("/broken")
		String broken(@RequestParam(defaultValue = "hunter2") String password) {
			throw new IllegalStateException("Cannot log in with password=" + password);
		}

	}

}
