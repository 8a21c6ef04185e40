package dev.mainstay.samples.orders.production;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;

@Entity
@Table(name = "orders")
public class Order {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private String customer;

	private String email;

	@ElementCollection
	@CollectionTable(name = "order_lines", joinColumns = @JoinColumn(name = "order_id"))
	private List<OrderLine> lines = new ArrayList<>();

	protected Order() {
	}

	public Order(String customer, String email) {
		this.customer = customer;
		this.email = email;
	}

	public void add(OrderLine line) {
		this.lines.add(line);
	}

	public Long getId() {
		return this.id;
	}

	public String getCustomer() {
		return this.customer;
	}

	public String getEmail() {
		return this.email;
	}

	public List<OrderLine> getLines() {
		return this.lines;
	}

	public BigDecimal getTotal() {
		return this.lines.stream()
			.map((line) -> line.getPrice().multiply(BigDecimal.valueOf(line.getQuantity())))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

}
