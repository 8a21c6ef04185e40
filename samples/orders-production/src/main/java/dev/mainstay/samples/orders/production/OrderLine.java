package dev.mainstay.samples.orders.production;

import java.math.BigDecimal;

import jakarta.persistence.Embeddable;

@Embeddable
public class OrderLine {

	private String sku;

	private int quantity;

	private BigDecimal price;

	protected OrderLine() {
	}

	public OrderLine(String sku, int quantity, BigDecimal price) {
		this.sku = sku;
		this.quantity = quantity;
		this.price = price;
	}

	public String getSku() {
		return this.sku;
	}

	public int getQuantity() {
		return this.quantity;
	}

	public BigDecimal getPrice() {
		return this.price;
	}

}
