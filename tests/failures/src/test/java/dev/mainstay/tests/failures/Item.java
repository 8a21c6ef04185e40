package dev.mainstay.tests.failures;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/**
 * Something on a shelf.
 */
@Entity
class Item {

	@Id
	private Long id;

	private String name;

	private Integer amount;

	private Long shelfId;

	@Version
	private Integer version;

	protected Item() {
	}

	Item(Long id, String name, Integer amount, Long shelfId) {
		this.id = id;
		this.name = name;
		this.amount = amount;
		this.shelfId = shelfId;
	}

	void setAmount(int amount) {
		this.amount = amount;
	}

}
