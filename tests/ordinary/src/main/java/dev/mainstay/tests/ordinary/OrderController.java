package dev.mainstay.tests.ordinary;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.validation.Valid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrderController {

	private static final Logger logger = LoggerFactory.getLogger(OrderController.class);

	private final AtomicInteger created = new AtomicInteger();

	@PostMapping("/orders")
	ResponseEntity<Map<String, Object>> create(@RequestBody Order order) {
		int id = this.created.incrementAndGet();
		logger.info("Created order {}", id);
		return ResponseEntity.created(URI.create("/orders/" + id)).body(Map.of("id", id));
	}

	@PostMapping("/validated-orders")
	Map<String, Object> createValidated(@Valid @RequestBody Order order) {
		return Map.of("id", this.created.incrementAndGet());
	}

	@GetMapping("/orders/{id}")
	Map<String, Object> find(@PathVariable int id) {
		return Map.of("id", id);
	}

	@GetMapping("/orders")
	Map<String, Object> count() {
		return Map.of("created", this.created.get());
	}

	@GetMapping("/failing")
	String fail() {
		throw new IllegalStateException("cannot log in with password=" + "hunter" + 2);
	}

	@GetMapping(path = "/page", produces = "text/html")
	String page() {
		return "<!doctype html><title>Page</title><p>Hello</p>";
	}

}
