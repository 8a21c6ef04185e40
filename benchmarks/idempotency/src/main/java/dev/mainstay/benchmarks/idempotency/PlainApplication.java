package dev.mainstay.benchmarks.idempotency;

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
 * A service that knows of no keys itself.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ Orders.class, UsageController.class, CountedTrips.class, PlainApplication.OrderController.class })
public class PlainApplication {

	/**
	 * Run the service.
	 * @param args its properties
	 */
	public static void main(String[] args) {
		SpringApplication.run(PlainApplication.class, args);
	}

	@RestController
	static class OrderController {

		private final Orders orders;

		OrderController(Orders orders) {
			this.orders = orders;
		}

		@PostMapping("/quotes")
		ResponseEntity<Receipt> quote(@RequestBody Order order) {
			return this.orders.quote(order);
		}

		@PostMapping("/bookings")
		ResponseEntity<Receipt> book(@RequestBody Order order) {
			return this.orders.book(order);
		}

		@PostMapping("/accounts/{id}/quotes")
		ResponseEntity<Receipt> quote(@PathVariable int id, @RequestParam(defaultValue = "0") long millis,
				@RequestBody Order order) throws InterruptedException {
			Thread.sleep(millis);
			return this.orders.quote(order);
		}

	}

}
