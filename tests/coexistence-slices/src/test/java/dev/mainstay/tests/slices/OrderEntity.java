package dev.mainstay.tests.slices;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Positive;

/**
 * An order as it is kept.
 */
@Entity
@Table(name = "orders")
class OrderEntity {

	@Id
	@GeneratedValue
	private Long id;

	@Positive
	private int quantity;

	OrderEntity() {
	}

	OrderEntity(int quantity) {
		this.quantity = quantity;
	}

	Long id() {
		return this.id;
	}

	int quantity() {
		return this.quantity;
	}

}
