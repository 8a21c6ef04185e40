package dev.mainstay.resilience.deadline;

import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Shows the requests with a deadline in meters, which are there, at 0, before the first
 * one. Thread-safe.
 *
 * @see DeadlineMeterDocumentation
 * @since 0.1.0
 */
public final class DeadlineMeters implements MeterBinder {

	private final InboundDeadlines deadlines;

	/**
	 * Create the meters.
	 * @param deadlines has counted
	 */
	public DeadlineMeters(InboundDeadlines deadlines) {
		this.deadlines = deadlines;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		register(registry, "received", InboundDeadlines::inTime);
		register(registry, "expired", InboundDeadlines::late);
	}

	private void register(MeterRegistry registry, String outcome, ToDoubleFunction<InboundDeadlines> count) {
		DeadlineMeterDocumentation meter = DeadlineMeterDocumentation.REQUESTS;
		FunctionCounter.builder(meter.getName(), this.deadlines, count)
			.description(meter.description())
			.tag(DeadlineMeterDocumentation.Key.OUTCOME.asString(), outcome)
			.register(registry);
	}

}
