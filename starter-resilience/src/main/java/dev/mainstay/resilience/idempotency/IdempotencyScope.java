package dev.mainstay.resilience.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * Within what a key names one operation: the same key in another scope is another
 * operation.
 *
 * @param caller whose key it is
 * @param method the method of the request
 * @param path the concrete path, as it was sent
 * @param query the query, {@code null} if there is none
 * @since 0.1.0
 */
public record IdempotencyScope(Caller caller, String method, String path, @Nullable String query) {

	/**
	 * The operation that a key names within this scope.
	 * @param key the key
	 * @param fingerprint the digest of what is asked for
	 * @return the operation, as a store sees it
	 */
	public Operation operation(IdempotencyKey key, String fingerprint) {
		return new Operation(recordKey(key), fingerprint, this.caller.digest());
	}

	/**
	 * The name under which a key is stored: a digest, from which neither the key nor the
	 * caller can be read.
	 * @param key the key
	 * @return the name of the record
	 */
	public String recordKey(IdempotencyKey key) {
		return new Sha256().add(this.caller.kind())
			.add(this.caller.name())
			.add(this.method)
			.add(this.path)
			.add(this.query)
			.add(key.value())
			.endShort();
	}

}
