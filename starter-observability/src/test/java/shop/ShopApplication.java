package shop;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * An application that fails in many ways, in a package that is not Mainstay's.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableAsync
@Import({ ShopApplication.Controller.class, ShopApplication.Payments.class })
public class ShopApplication {

	@Bean
	ExecutorService pool() {
		return Executors.newFixedThreadPool(1);
	}

	/** Behind a proxy of CGLIB because of its asynchronous method. */
	public static class Payments {

		private static final Logger logger = LoggerFactory.getLogger(Payments.class);

		public String pay(String order) {
			logger.debug("trying {}", order);
			logger.info("paying {} with password=hunter2", order);
			throw new IllegalStateException("no money for order " + order + ", password=hunter2");
		}

		public String refund(String order) {
			throw new IllegalArgumentException("no refund for order " + order);
		}

		@Async("pool")
		public void later(String order) {
			throw new IllegalStateException("no time for order " + order);
		}

	}

	@RestController
	static class Controller {

		private static final Logger logger = LoggerFactory.getLogger(Controller.class);

		private final Payments payments;

		private final ExecutorService pool;

		Controller(Payments payments, ExecutorService pool) {
			this.payments = payments;
			this.pool = pool;
		}

		@GetMapping("/pay/{order}")
		String pay(@PathVariable String order) {
			return this.payments.pay(order);
		}

		@GetMapping("/plain/{order}")
		String plain(@PathVariable String order) {
			return new Payments().pay(order);
		}

		@GetMapping("/lambda/{order}")
		String lambda(@PathVariable String order) {
			Runnable work = () -> this.payments.pay(order);
			work.run();
			return "paid";
		}

		@GetMapping("/future/{order}")
		CompletableFuture<String> future(@PathVariable String order) {
			return CompletableFuture.supplyAsync(() -> this.payments.pay(order), this.pool);
		}

		@GetMapping("/logged/{order}")
		String logged(@PathVariable String order) {
			try {
				return this.payments.pay(order);
			}
			catch (IllegalStateException ex) {
				logger.error("Cannot pay", ex);
				logger.error("Cannot pay, once more", ex);
				throw new RuntimeException(ex);
			}
		}

		@GetMapping("/swallowed/{order}")
		String swallowed(@PathVariable String order) {
			try {
				return this.payments.refund(order);
			}
			catch (IllegalArgumentException ex) {
				logger.error("Cannot refund", ex);
				return "sorry";
			}
		}

		@GetMapping("/later/{order}")
		String later(@PathVariable String order) {
			this.payments.later(order);
			return "accepted";
		}

		@GetMapping("/conflict")
		String conflict() {
			throw new ResponseStatusException(HttpStatus.CONFLICT, "paid already");
		}

	}

}
