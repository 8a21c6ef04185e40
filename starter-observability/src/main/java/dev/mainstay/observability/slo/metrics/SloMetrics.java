package dev.mainstay.observability.slo.metrics;

import java.time.Duration;

import dev.mainstay.observability.slo.Objective;
import dev.mainstay.observability.slo.ObjectiveCounts;
import dev.mainstay.observability.slo.SloEvents;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Shows the counts of objectives in registries other than that of Prometheus, which is
 * shown them past all filters. Every counter is there from the start. Thread-safe.
 *
 * @since 0.1.0
 */
public final class SloMetrics implements MeterBinder {

	/** By its name, as it may be left out. */
	private static final String PROMETHEUS = "io.micrometer.prometheusmetrics.PrometheusMeterRegistry";

	private final SloEvents events;

	private final SloTags tags;

	private final boolean enabled;

	/**
	 * Create the metrics.
	 * @param events the counts
	 * @param service the name of the service
	 * @param version its version, {@code null} if not known
	 * @param enabled whether there are any meters: in an application that was processed
	 * ahead of time, a switch can only be read at run time
	 */
	public SloMetrics(SloEvents events, String service, @Nullable String version, boolean enabled) {
		this.events = events;
		this.tags = new SloTags(service, version);
		this.enabled = enabled;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		if (!this.enabled || isPrometheus(registry.getClass())) {
			return;
		}
		if (registry instanceof CompositeMeterRegistry composite) {
			composite.getRegistries().forEach(this::bindTo);
			return;
		}
		this.events.counts().forEach((counts) -> bind(counts, registry));
	}

	private void bind(ObjectiveCounts counts, MeterRegistry registry) {
		Objective objective = counts.objective();
		FunctionCounter.builder(SloMeters.EVENTS.getName(), counts, ObjectiveCounts::good)
			.description(SloMeters.EVENTS.description())
			.tags(this.tags.of(objective, "good"))
			.register(registry);
		FunctionCounter.builder(SloMeters.EVENTS.getName(), counts, ObjectiveCounts::bad)
			.description(SloMeters.EVENTS.description())
			.tags(this.tags.of(objective, "bad"))
			.register(registry);
		gauge(SloMeters.OBJECTIVE, objective.target()).tags(this.tags.of(objective)).register(registry);
		gauge(SloMeters.WINDOW, seconds(objective.window())).tags(this.tags.of(objective)).register(registry);
		gauge(SloMeters.INFO, 1).tags(this.tags.info(objective)).register(registry);
	}

	private static Gauge.Builder<?> gauge(SloMeters meter, double value) {
		return Gauge.builder(meter.getName(), () -> value).description(meter.description());
	}

	static double seconds(Duration window) {
		return window.toSeconds();
	}

	private static boolean isPrometheus(Class<?> type) {
		return type.getName().equals(PROMETHEUS)
				|| (type.getSuperclass() != null && isPrometheus(type.getSuperclass()));
	}

}
