package dev.mainstay.tests.bad;

import java.util.List;

import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/orders")
class OrderController {

	private final StockClient stock;

	OrderController(StockClient stock) {
		this.stock = stock;
	}

	@PostMapping
	int order(@Valid @RequestBody Order order, HttpSession session) {
		session.setAttribute("order", order);
		return this.stock.reserve(order.lines().size());
	}

	@DeleteMapping
	void cancel(@RequestBody Cancellation cancellation) {
		this.stock.reserve(-cancellation.number());
	}

	record Order(@NotEmpty List<Line> lines) {

	}

	record Line(@Positive int amount) {

	}

	record Cancellation(@Positive int number) {

	}

}
