package dev.mainstay.benchmarks;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * A service that does as little as a service can, so that what is around it shows.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(BenchmarkApplication.OrderController.class)
public class BenchmarkApplication {

	record Item(@NotBlank String sku, @Min(1) int quantity) {

	}

	record Order(@NotBlank String customer, @NotEmpty List<@Valid Item> items) {

	}

	@RestController
	static class OrderController {

		@GetMapping("/orders/{id}")
		Item find(@PathVariable int id) {
			return new Item("A-1", id);
		}

		@PostMapping("/orders")
		Item create(@Valid @RequestBody Order order) {
			return order.items().get(0);
		}

		@PostMapping("/forgotten")
		Item forgotten(@RequestBody Order order) {
			return order.items().get(0);
		}

	}

}
