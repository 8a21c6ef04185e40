package dev.mainstay.resilience.idempotency.autoconfigure;

import java.util.Locale;

/**
 * Where idempotency keys are kept.
 */
enum StoreKind {

	/** In the first store of the following ones that is ready. */
	AUTO,

	/** In the memory of the process. */
	MEMORY,

	/** In a database. */
	JDBC,

	/** In Redis. */
	REDIS;

	/** As it stands in a configuration. */
	String code() {
		return name().toLowerCase(Locale.ROOT);
	}

}
