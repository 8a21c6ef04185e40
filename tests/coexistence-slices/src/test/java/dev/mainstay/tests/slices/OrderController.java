package dev.mainstay.tests.slices;

import jakarta.validation.Valid;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The same on both web stacks.
 */
@RestController
class OrderController {

	private final Orders orders;

	OrderController(Orders orders) {
		this.orders = orders;
	}

	@GetMapping("/orders/{id}")
	Order find(@PathVariable long id) {
		return this.orders.find(id);
	}

	@PostMapping("/orders")
	Order place(@Valid @RequestBody Order order) {
		return this.orders.place(order);
	}

	@PostMapping("/unchecked-orders")
	Order placeUnchecked(@RequestBody Order order) {
		return this.orders.place(order);
	}

	@GetMapping("/failing")
	Order fail() {
		throw new IllegalStateException("not for the caller");
	}

}
