package dev.mainstay.observability.tracing.sampling;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Shows what became of the traces that the sampler has not chosen. Every counter is there
 * from the start. Thread-safe.
 *
 * @since 0.1.0
 */
public final class SamplingMetrics implements MeterBinder {

	private final TailSampling tail;

	private final boolean enabled;

	/**
	 * Create the metrics.
	 * @param tail holds and counts the traces
	 * @param enabled whether there are any meters: in an application that was processed
	 * ahead of time, a switch can only be read at run time
	 */
	public SamplingMetrics(TailSampling tail, boolean enabled) {
		this.tail = tail;
		this.enabled = enabled;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		if (!this.enabled) {
			return;
		}
		for (TraceDecision decision : TraceDecision.values()) {
			FunctionCounter.builder(SamplingMeters.TRACES.getName(), this.tail, (it) -> it.count(decision))
				.description(SamplingMeters.TRACES.description())
				.tag(SamplingMeters.TraceKeys.DECISION.asString(), decision.code())
				.register(registry);
		}
		Gauge.builder(SamplingMeters.BUFFERED.getName(), this.tail, TailSampling::bytes)
			.description(SamplingMeters.BUFFERED.description())
			.baseUnit(SamplingMeters.BUFFERED.getBaseUnit())
			.register(registry);
	}

}
