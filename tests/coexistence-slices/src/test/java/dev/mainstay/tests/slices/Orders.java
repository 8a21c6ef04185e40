package dev.mainstay.tests.slices;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/**
 * Knows the orders.
 */
@Service
class Orders {

	private final OrderRepository repository;

	Orders(OrderRepository repository) {
		this.repository = repository;
	}

	Order find(long id) {
		return this.repository.findById(id)
			.map((entity) -> new Order("apple", entity.quantity()))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no order " + id));
	}

	Order place(Order order) {
		this.repository.saveAndFlush(new OrderEntity(order.quantity()));
		return order;
	}

}
