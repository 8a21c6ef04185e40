package dev.mainstay.tests.data;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * An account as it is kept.
 */
@Entity
class Account {

	@Id
	@GeneratedValue
	private Long id;

	@NotBlank
	private String owner;

	@PositiveOrZero
	private int balance;

	Account() {
	}

	Account(String owner, int balance) {
		this.owner = owner;
		this.balance = balance;
	}

}
