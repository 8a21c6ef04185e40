package dev.mainstay.observability.errorgroups.metrics;

import java.util.concurrent.atomic.LongAdder;

import dev.mainstay.observability.errorgroups.ErrorGroups;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Shows how many failures and groups there are. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ErrorGroupMetrics implements MeterBinder {

	private final ErrorGroups groups;

	private final boolean enabled;

	/**
	 * Create the metrics.
	 * @param groups the groups
	 * @param enabled whether there are any meters: in an application that was processed
	 * ahead of time, a switch can only be read at run time
	 */
	public ErrorGroupMetrics(ErrorGroups groups, boolean enabled) {
		this.groups = groups;
		this.enabled = enabled;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		if (!this.enabled) {
			return;
		}
		this.groups.counts().measure((group, type, count) -> bind(registry, group, type, count));
		Gauge.builder(ErrorGroupMeters.GROUPS.getName(), this.groups, ErrorGroups::size)
			.description(ErrorGroupMeters.GROUPS.description())
			.register(registry);
		FunctionCounter.builder(ErrorGroupMeters.LEFT.getName(), this.groups, ErrorGroups::left)
			.description(ErrorGroupMeters.LEFT.description())
			.register(registry);
	}

	private static void bind(MeterRegistry registry, String group, String type, LongAdder count) {
		FunctionCounter.builder(ErrorGroupMeters.FAILURES.getName(), count, LongAdder::sum)
			.description(ErrorGroupMeters.FAILURES.description())
			.tag(ErrorGroupMeters.Key.GROUP.asString(), group)
			.tag(ErrorGroupMeters.Key.TYPE.asString(), type.substring(type.lastIndexOf('.') + 1))
			.register(registry);
	}

}
