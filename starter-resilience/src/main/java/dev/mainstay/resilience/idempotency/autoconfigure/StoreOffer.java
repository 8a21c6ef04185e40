package dev.mainstay.resilience.idempotency.autoconfigure;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.resilience.idempotency.IdempotencyStore;
import org.jspecify.annotations.Nullable;

/**
 * Contributed as a bean by the auto-configuration of a store. The beans are asked in
 * their order: the database at 100, Redis at 200; where none has a store, the memory is
 * used.
 */
interface StoreOffer {

	/** The order of the database. */
	int JDBC_ORDER = 100;

	/** The order of Redis. */
	int REDIS_ORDER = 200;

	/** Which store that is. */
	StoreKind kind();

	/**
	 * Open the store. Called once at most, when the application starts.
	 * @param demanded whether it is asked for by name
	 * @return the store; {@code null} if it is not ready, which is for a store that
	 * nobody asked for by name to say
	 * @throws InvalidPropertyException if it is demanded and not ready; says why
	 */
	@Nullable IdempotencyStore store(boolean demanded);

}
