package dev.mainstay.observability.logging.autoconfigure;

import dev.mainstay.observability.logging.delivery.DeliveryCounts;
import dev.mainstay.observability.logging.delivery.DeliveryMeters;
import dev.mainstay.observability.logging.delivery.DeliveryMeters.DeliveryKeys;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Shows what was counted before there was a registry too.
 */
final class DeliveryMeterBinder implements MeterBinder {

	/** Counts outlive every registry, and belong to no object that could be collected. */
	private static final Object COUNTS = DeliveryCounts.class;

	@Override
	public void bindTo(MeterRegistry registry) {
		for (String appender : DeliveryCounts.appenders()) {
			FunctionCounter
				.builder(DeliveryMeters.SUPPRESSED.getName(), COUNTS, (counts) -> DeliveryCounts.suppressedBy(appender))
				.tag(DeliveryKeys.APPENDER.asString(), appender)
				.description(DeliveryMeters.SUPPRESSED.description())
				.register(registry);
			for (String level : DeliveryCounts.LEVELS) {
				FunctionCounter
					.builder(DeliveryMeters.DROPPED.getName(), COUNTS,
							(counts) -> DeliveryCounts.droppedBy(appender, level))
					.tag(DeliveryKeys.APPENDER.asString(), appender)
					.tag(DeliveryKeys.LEVEL.asString(), level)
					.description(DeliveryMeters.DROPPED.description())
					.register(registry);
			}
		}
	}

}
