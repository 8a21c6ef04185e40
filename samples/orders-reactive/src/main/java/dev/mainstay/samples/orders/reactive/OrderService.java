package dev.mainstay.samples.orders.reactive;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

@Service
public class OrderService {

	private static final Logger log = LoggerFactory.getLogger(OrderService.class);

	private final OrderRepository orders;

	public OrderService(OrderRepository orders) {
		this.orders = orders;
	}

	@Transactional
	public Mono<Order> create(OrderRequest request) {
		List<OrderLine> lines = request.lines()
			.stream()
			.map((line) -> new OrderLine(line.sku(), line.quantity(), line.price()))
			.toList();
		return this.orders.save(new Order(null, request.customer(), request.email(), lines))
			.doOnNext((order) -> log.info("Order {} created for customer {}", order.id(), order.customer()));
	}

	public Flux<Order> findAll() {
		return this.orders.findAll();
	}

	public Mono<Order> find(Long id) {
		return this.orders.findById(id)
			.switchIfEmpty(
					Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no order " + id)));
	}

}
