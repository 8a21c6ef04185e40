package dev.mainstay.observability.slo.metrics;

import java.util.List;

import dev.mainstay.observability.telemetry.metrics.ExportedMeters;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/**
 * The meters of objectives in a registry of their own, which no filter reaches.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class ExactSloMeters implements ExportedMeters {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	/**
	 * Create the meters.
	 * @param metrics binds them
	 */
	public ExactSloMeters(SloMetrics metrics) {
		metrics.bindTo(this.registry);
	}

	@Override
	public List<Meter> meters() {
		return this.registry.getMeters();
	}

}
