package dev.mainstay.benchmarks.idempotency;

import io.github.arun0009.idempotent.core.annotation.Idempotent;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The same service, with the annotation of the other library.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ Orders.class, UsageController.class, CountedTrips.class, AnnotatedApplication.OrderController.class })
public class AnnotatedApplication {

	/**
	 * Run the service.
	 * @param args its properties
	 */
	public static void main(String[] args) {
		SpringApplication.run(AnnotatedApplication.class, args);
	}

	@RestController
	static class OrderController {

		private final Orders orders;

		OrderController(Orders orders) {
			this.orders = orders;
		}

		@Idempotent(duration = "24h")
		@PostMapping("/quotes")
		public ResponseEntity<Receipt> quote(@RequestBody Order order) {
			return this.orders.quote(order);
		}

		@Idempotent(duration = "24h")
		@PostMapping("/bookings")
		public ResponseEntity<Receipt> book(@RequestBody Order order) {
			return this.orders.book(order);
		}

		@Idempotent(duration = "24h")
		@PostMapping("/accounts/{id}/quotes")
		public ResponseEntity<Receipt> quote(@PathVariable int id, @RequestParam(defaultValue = "0") long millis,
				@RequestBody Order order) throws InterruptedException {
			Thread.sleep(millis);
			return this.orders.quote(order);
		}

	}

}
