package dev.mainstay.resilience.idempotency.json;

/**
 * Different readers see different things in a document.
 */
final class AmbiguousJsonException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	AmbiguousJsonException() {
		super(null, null, false, false);
	}

}
