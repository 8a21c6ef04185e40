package com.example.shop;

import java.util.function.Supplier;

/**
 * Retries by hand, as applications do.
 */
public final class RetryingCatalogue {

	private RetryingCatalogue() {
	}

	public static <T> T read(Supplier<T> call) {
		T result = call.get();
		for (int i = 0; i < 2; i++) {
			result = call.get();
		}
		return result;
	}

}
