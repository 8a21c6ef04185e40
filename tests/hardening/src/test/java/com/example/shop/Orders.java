package com.example.shop;

import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * What the handlers read and answer with.
 */
public final class Orders {

	private Orders() {
	}

	public record CreateOrder(@NotBlank String product) {

	}

	public record Search(String words) {

	}

	public record Item(@Min(1) int quantity) {

	}

	public record Basket(@NotNull List<Item> items) {

	}

	public record CheckedBasket(@NotNull List<@Valid Item> items, @Valid Item gift) {

	}

	public record Changes(@NotBlank String reason, Order order) {

	}

	@Entity
	public static class Order {

		@Id
		private Long id;

		@NotBlank
		private String owner;

		public Long getId() {
			return this.id;
		}

		public void setId(Long id) {
			this.id = id;
		}

		public String getOwner() {
			return this.owner;
		}

		public void setOwner(String owner) {
			this.owner = owner;
		}

	}

	/** Stored because a file says so. */
	public static class Customer {

		private Long id;

		public Long getId() {
			return this.id;
		}

		public void setId(Long id) {
			this.id = id;
		}

	}

}
