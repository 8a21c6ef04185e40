package dev.mainstay.tests.bad;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

/** What is stored, and what callers send and get. */
@Entity
public class Article {

	@Id
	@GeneratedValue
	private Long id;

	private String name;

	private long purchasePrice;

	public Long getId() {
		return this.id;
	}

	public String getName() {
		return this.name;
	}

	public void setName(String name) {
		this.name = name;
	}

	public long getPurchasePrice() {
		return this.purchasePrice;
	}

	public void setPurchasePrice(long purchasePrice) {
		this.purchasePrice = purchasePrice;
	}

}
