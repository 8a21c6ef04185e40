package dev.mainstay.samples.orders.reactive;

import java.math.BigDecimal;
import java.util.List;

public record Order(Long id, String customer, String email, List<OrderLine> lines) {

	public BigDecimal getTotal() {
		return this.lines.stream()
			.map((line) -> line.price().multiply(BigDecimal.valueOf(line.quantity())))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

}
