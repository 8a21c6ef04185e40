package dev.mainstay.resilience.fallback;

/**
 * Marks the answer that the current thread works for. Thread-safe.
 *
 * @since 0.1.0
 */
public final class MarkingListener implements FallbackListener {

	@Override
	public void onFallback(String client, String cause) {
		DegradedAnswer answer = DegradedAnswer.current();
		if (answer != null) {
			answer.mark(client);
		}
	}

}
