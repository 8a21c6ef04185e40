package dev.mainstay.observability.masking.metrics;

import dev.mainstay.observability.masking.MaskedCounts;
import dev.mainstay.observability.masking.MaskingRule;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Shows the counts of masked values as meters, each at its value, mostly 0, from the
 * start. Thread-safe.
 *
 * @see MaskingMeters
 * @since 0.1.0
 */
public final class MaskingMetrics implements MeterBinder {

	@Override
	public void bindTo(MeterRegistry registry) {
		for (MaskingRule rule : MaskingRule.values()) {
			FunctionCounter.builder(MaskingMeters.MASKED.getName(), rule, MaskedCounts::of)
				.description("Values that were masked")
				.tag(MaskingMeters.Key.RULE.asString(), rule.tag())
				.register(registry);
		}
	}

}
