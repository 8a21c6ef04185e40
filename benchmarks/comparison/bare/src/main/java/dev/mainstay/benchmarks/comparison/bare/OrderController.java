package dev.mainstay.benchmarks.comparison.bare;

import java.util.concurrent.atomic.AtomicLong;

import jakarta.validation.Valid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reads, and writes that are validated. Both do next to nothing, so that what is around
 * them shows.
 */
@RestController
public class OrderController {

	private static final Logger logger = LoggerFactory.getLogger(OrderController.class);

	private final AtomicLong numbers = new AtomicLong();

	@GetMapping("/orders/{id}")
	Order find(@PathVariable long id) {
		logger.info("Order {} was read", id);
		return new Order(id, "Ada", "A-1", 3);
	}

	/** As many lines as one likes, to see what they cost. */
	@GetMapping("/lines/{count}")
	Order log(@PathVariable int count) {
		for (int i = 0; i < count; i++) {
			logger.info("Order {} has line {}", 17, i);
		}
		return new Order(17, "Ada", "A-1", 3);
	}

	@PostMapping("/orders")
	@ResponseStatus(HttpStatus.CREATED)
	Order create(@Valid @RequestBody NewOrder order) {
		long id = this.numbers.incrementAndGet();
		logger.info("Order {} was placed", id);
		return new Order(id, order.customer(), order.sku(), order.quantity());
	}

}
