package dev.mainstay.resilience.idempotency.jdbc;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.mainstay.resilience.idempotency.Operation;

/**
 * A lock within this process. H2 has none that a statement could take, and is rarely
 * asked by more than one process.
 */
final class LocalLock extends JoinedLock {

	private final Set<String> taken = ConcurrentHashMap.newKeySet();

	@Override
	String claim(String row, String source, boolean always) {
		return "select " + row + ", cast(? as boolean) from " + source;
	}

	@Override
	Object name(Operation operation) {
		return this.taken.add(operation.recordKey());
	}

	@Override
	void ended(Operation operation, Object name) {
		if (Boolean.TRUE.equals(name)) {
			this.taken.remove(operation.recordKey());
		}
	}

}
