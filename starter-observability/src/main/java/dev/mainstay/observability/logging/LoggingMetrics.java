package dev.mainstay.observability.logging;

import java.util.function.LongSupplier;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Shows what could not be written as it was logged: the meters of {@link LoggingMeters}.
 * Bound by Micrometer to each registry of the application. Thread-safe.
 *
 * @since 0.1.0
 */
public final class LoggingMetrics implements MeterBinder {

	private final boolean on;

	/**
	 * Create it.
	 * @param on whether there are meters at all, which has to be asked at run time
	 */
	public LoggingMetrics(boolean on) {
		this.on = on;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		if (!this.on) {
			return;
		}
		bind(registry, LoggingMeters.FAILURES, LineCounters::failures);
		bind(registry, LoggingMeters.COLLISIONS, LineCounters::collisions);
		bind(registry, LoggingMeters.TRUNCATED, LineCounters::truncatedLines);
	}

	private static void bind(MeterRegistry registry, LoggingMeters meter, LongSupplier count) {
		FunctionCounter.builder(meter.getName(), count, LongSupplier::getAsLong)
			.description(meter.description())
			.register(registry);
	}

}
