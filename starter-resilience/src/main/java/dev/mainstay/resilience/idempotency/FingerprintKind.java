package dev.mainstay.resilience.idempotency;

/**
 * When two bodies are the same.
 *
 * @since 0.1.0
 */
public enum FingerprintKind {

	/**
	 * If all their bytes are.
	 */
	RAW,

	/**
	 * If they are the same JSON: the order of members and the white space do not count.
	 */
	CANONICAL_JSON

}
