package dev.mainstay.benchmarks.service;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * A service that does little more than to answer and to log, so that what is around it
 * shows.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ ServiceApplication.OrderController.class, ServiceApplication.UsageController.class })
public class ServiceApplication {

	/**
	 * Run the service.
	 * @param args its properties
	 */
	public static void main(String[] args) {
		SpringApplication.run(ServiceApplication.class, args);
	}

	record Order(int id, String customer, String sku, int quantity) {

	}

	@RestController
	static class OrderController {

		private static final Logger logger = LoggerFactory.getLogger(OrderController.class);

		@GetMapping("/orders/{id}")
		Order find(@PathVariable int id) {
			logger.info("Order {} was read", id);
			return new Order(id, "Ada", "A-1", 3);
		}

		@PostMapping("/orders")
		Order create(@RequestBody Order order) {
			logger.info("Order {} was placed", order.id());
			return order;
		}

		@GetMapping("/orders/{id}/invoice")
		Order fail(@PathVariable int id) {
			throw new IllegalStateException("Order " + id + " has no invoice");
		}

	}

	@RestController
	static class UsageController {

		private final Usage usage = new Usage();

		@GetMapping("/usage")
		String usage() {
			return this.usage.allocatedBytes() + " " + this.usage.compilerMillis();
		}

		@GetMapping("/heap")
		String heap() {
			return String.valueOf(this.usage.liveBytes());
		}

	}

}
