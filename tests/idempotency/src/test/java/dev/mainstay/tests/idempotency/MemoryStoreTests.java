package dev.mainstay.tests.idempotency;

import java.util.List;

import dev.mainstay.resilience.idempotency.IdempotencyStore;
import dev.mainstay.resilience.idempotency.InMemoryIdempotencyStore;
import dev.mainstay.resilience.idempotency.Retention;

/**
 * The store in memory.
 */
class MemoryStoreTests extends AbstractStoreTests {

	@Override
	List<IdempotencyStore> open(Retention retention) {
		IdempotencyStore store = new InMemoryIdempotencyStore(retention, 50000, 32 << 20, System::nanoTime);
		return List.of(store, store);
	}

}
