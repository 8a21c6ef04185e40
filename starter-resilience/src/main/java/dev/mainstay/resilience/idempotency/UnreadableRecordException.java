package dev.mainstay.resilience.idempotency;

/**
 * What stands under the name of an operation is none of our records, or was written by a
 * version that this one does not know. It is left as it is, and the store counts as down
 * for this operation.
 *
 * @since 0.1.0
 */
public final class UnreadableRecordException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create it.
	 * @param message what is wrong, without a byte of the record
	 */
	public UnreadableRecordException(String message) {
		super(message);
	}

}
