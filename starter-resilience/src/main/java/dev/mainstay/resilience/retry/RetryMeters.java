package dev.mainstay.resilience.retry;

import java.util.Locale;

import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts retries and suppressed retries. Thread-safe.
 *
 * @since 0.1.0
 */
public final class RetryMeters implements RetryListener {

	private static final String RETRIES = "mainstay.http.client.retries";

	private static final String SUPPRESSED = "mainstay.http.client.retries.suppressed";

	private final MeterRegistry registry;

	/**
	 * Create the meters.
	 * @param registry where to count
	 */
	public RetryMeters(MeterRegistry registry) {
		this.registry = registry;
	}

	@Override
	public void onRetry(String client, FailureKind kind) {
		this.registry.counter(RETRIES, "client", client, "failure", tag(kind)).increment();
	}

	@Override
	public void onSuppressed(String client, Suppression reason) {
		this.registry.counter(SUPPRESSED, "client", client, "reason", tag(reason)).increment();
	}

	private static String tag(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
