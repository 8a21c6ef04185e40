package dev.mainstay.observability;

import java.util.concurrent.Executor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hands work to other threads.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableAsync
@Import({ BackgroundApplication.Controller.class, BackgroundApplication.Confirmation.class })
public class BackgroundApplication {

	@RestController
	static class Controller {

		private static final Logger logger = LoggerFactory.getLogger(Controller.class);

		private final Confirmation confirmation;

		private final Executor executor;

		Controller(Confirmation confirmation, Executor executor) {
			this.confirmation = confirmation;
			this.executor = executor;
		}

		@GetMapping("/confirm")
		String confirm() {
			this.confirmation.send();
			this.executor.execute(() -> logger.info("Executed"));
			return "ok";
		}

	}

	static class Confirmation {

		private static final Logger logger = LoggerFactory.getLogger(Confirmation.class);

		@Async
		public void send() {
			logger.info("Confirmed");
		}

	}

}
