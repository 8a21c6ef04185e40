package dev.mainstay.benchmarks.calls;

/**
 * The dependency has failed. Without a stack trace, which would be most of the work.
 */
final class AttemptFailedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	AttemptFailedException() {
		super("failed", null, false, false);
	}

}
