package dev.mainstay.benchmarks.idempotency;

import java.util.List;

/**
 * What a client gets: some 300 bytes of JSON.
 *
 * @param number differs with every execution
 * @param order what was ordered
 * @param state what became of it
 * @param steps what is still to be done
 */
record Receipt(long number, Order order, String state, List<String> steps) {

	private static final List<String> STEPS = List.of("The order was taken and is waiting for its payment",
			"The warehouse packs what is in stock", "The carrier fetches the parcel in the evening",
			"The customer is told where the parcel is");

	static Receipt of(long number, Order order) {
		return new Receipt(number, order, "accepted", STEPS);
	}

}
