package dev.mainstay.resilience.idempotency.actuate;

import dev.mainstay.resilience.idempotency.IdempotencyMode;
import dev.mainstay.resilience.idempotency.IdempotencyRecords;
import dev.mainstay.resilience.idempotency.IdempotencyStore;
import dev.mainstay.resilience.idempotency.InMemoryIdempotencyStore;
import org.jspecify.annotations.Nullable;

/**
 * A store as it is told to operators.
 *
 * @param name what kind of store it is: {@code memory}, or the name of its class in short
 * @param mode how an operation and its record belong together, unless its handler says
 * otherwise
 * @param records looks into it, {@code null} if the store does not let that happen
 * @since 0.1.0
 */
public record InspectedStore(String name, IdempotencyMode mode, @Nullable IdempotencyRecords records) {

	private static final String SUFFIX = "IdempotencyStore";

	/**
	 * Look at a store.
	 * @param store the store
	 * @param mode how an operation and its record belong together
	 * @param records looks into stores that do not do so themselves, {@code null} if
	 * nothing does
	 * @return the store
	 */
	public static InspectedStore of(IdempotencyStore store, IdempotencyMode mode,
			@Nullable IdempotencyRecords records) {
		return new InspectedStore(nameOf(store), mode, (store instanceof IdempotencyRecords own) ? own : records);
	}

	private static String nameOf(IdempotencyStore store) {
		if (store instanceof InMemoryIdempotencyStore) {
			return "memory";
		}
		String name = store.getClass().getSimpleName();
		return (name.endsWith(SUFFIX) && name.length() > SUFFIX.length())
				? IdempotencyEndpoint.lower(name.substring(0, name.length() - SUFFIX.length())) : name;
	}

}
