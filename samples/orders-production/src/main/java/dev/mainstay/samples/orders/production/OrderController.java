package dev.mainstay.samples.orders.production;

import java.util.List;

import jakarta.validation.Valid;

import org.springframework.data.domain.Pageable;
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
	public OrderView create(@Valid @RequestBody OrderRequest request) {
		return this.orders.create(request);
	}

	@GetMapping
	public List<OrderView> list(Pageable page) {
		return this.orders.findAll(page);
	}

	@GetMapping("/{id}")
	public OrderView get(@PathVariable Long id) {
		return this.orders.find(id);
	}

}
