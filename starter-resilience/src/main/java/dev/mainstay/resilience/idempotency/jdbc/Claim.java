package dev.mainstay.resilience.idempotency.jdbc;

import java.time.Duration;

import dev.mainstay.resilience.idempotency.Operation;

/**
 * What is written for somebody who wants to run an operation.
 *
 * @param id the name of the operation
 * @param fingerprint what it is asked to do
 * @param token whose it is to be
 * @param leaseMillis how long without a word of the owner
 * @param keepMillis how long it is kept without an end
 */
record Claim(byte[] id, byte[] fingerprint, byte[] token, long leaseMillis, long keepMillis) {

	static Claim of(Operation operation, Duration lease, Duration keep) {
		return new Claim(OpaqueText.toBytes(operation.recordKey()), OpaqueText.shortened(operation.fingerprint()),
				Tokens.next(), lease.toMillis(), lease.plus(keep).toMillis());
	}

}
