package dev.mainstay.samples.orders.production;

import java.math.BigDecimal;
import java.util.List;

/**
 * What callers see of an order: a new column is not told to them by itself.
 */
public record OrderView(Long id, String customer, String email, List<Line> lines, BigDecimal total) {

	static OrderView of(Order order) {
		List<Line> lines = order.getLines()
			.stream()
			.map((line) -> new Line(line.getSku(), line.getQuantity(), line.getPrice()))
			.toList();
		return new OrderView(order.getId(), order.getCustomer(), order.getEmail(), lines, order.getTotal());
	}

	public record Line(String sku, int quantity, BigDecimal price) {
	}

}
