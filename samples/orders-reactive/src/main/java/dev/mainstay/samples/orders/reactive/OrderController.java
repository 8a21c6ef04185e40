package dev.mainstay.samples.orders.reactive;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/orders")
public class OrderController {

	private final OrderService orders;

	public OrderController(OrderService orders) {
		this.orders = orders;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	public Mono<Order> create(@RequestBody OrderRequest request) {
		return this.orders.create(request);
	}

	@GetMapping
	public Flux<Order> list() {
		return this.orders.findAll();
	}

	@GetMapping("/{id}")
	public Mono<Order> get(@PathVariable Long id) {
		return this.orders.find(id);
	}

}
