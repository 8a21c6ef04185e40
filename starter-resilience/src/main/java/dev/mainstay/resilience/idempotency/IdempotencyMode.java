package dev.mainstay.resilience.idempotency;

/**
 * How the effect of an operation and its record belong together.
 *
 * @since 0.1.0
 */
public enum IdempotencyMode {

	/**
	 * The record is written before and after the operation, apart from its effects. Right
	 * for every operation; what becomes of it when its owner is lost cannot be known.
	 */
	LEASE,

	/**
	 * The operation runs in one transaction of its thread, and its record is committed
	 * with what it has written, or neither is. Right if all of its effects are in that
	 * database.
	 */
	JOINED

}
