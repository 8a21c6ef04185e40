package dev.mainstay.resilience.idempotency.autoconfigure;

import java.util.List;
import java.util.function.Supplier;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.resilience.idempotency.IdempotencyStore;

/**
 * Decides in which store keys are kept.
 */
final class StoreChoice {

	static final String PROPERTY = "mainstay.idempotency.store";

	private StoreChoice() {
	}

	static IdempotencyStore choose(StoreKind wanted, List<StoreOffer> offers, Supplier<IdempotencyStore> memory) {
		boolean demanded = wanted != StoreKind.AUTO && wanted != StoreKind.MEMORY;
		for (StoreOffer offer : offers) {
			IdempotencyStore store = (wanted == StoreKind.AUTO || offer.kind() == wanted) ? offer.store(demanded)
					: null;
			if (store != null) {
				return store;
			}
		}
		InvalidPropertyException.check(!demanded, PROPERTY, wanted.code(),
				"what that store needs is not on the class path, or its auto-configuration is excluded",
				"Add spring-boot-starter-" + ((wanted == StoreKind.JDBC) ? "jdbc" : "data-redis")
						+ ", or remove the property");
		return memory.get();
	}

	/** The store for people, as a part of a sentence. */
	static String describe(IdempotencyStore store) {
		if (store.getClass().getName().startsWith("dev.mainstay.")) {
			return "keys in " + store;
		}
		return "keys in a store of the application: " + store.getClass().getName();
	}

}
