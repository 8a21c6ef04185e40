package dev.mainstay.observability.telemetry.metrics;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import dev.mainstay.observability.telemetry.DeliveryLedger;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.metrics.export.MetricProducer;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.resources.Resource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Exports the meters of a registry that counts since the start, in an interval and once
 * more when it is closed. Counters and timers become cumulative sums and histograms.
 *
 * @since 0.1.0
 */
public final class MetricsExport implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(MetricsExport.class);

	private static final long FAREWELL = TimeUnit.SECONDS.toMillis(3);

	private final @Nullable SdkMeterProvider provider;

	private MetricsExport(@Nullable SdkMeterProvider provider) {
		this.provider = provider;
	}

	/**
	 * What an application has that exports no metrics, or not by this.
	 * @return an export of nothing
	 */
	public static MetricsExport none() {
		return new MetricsExport(null);
	}

	/**
	 * Begin to export.
	 * @param registry gives the registry, {@code null} as long as there is none; asked on
	 * the thread that exports
	 * @param others give what is exported besides; asked on the same thread
	 * @param resource the service
	 * @param exporter exports, and is shut down with this
	 * @param interval how often
	 * @return the export
	 */
	public static MetricsExport start(Supplier<@Nullable MeterRegistry> registry, Supplier<List<ExportedMeters>> others,
			Resource resource, MetricExporter exporter, Duration interval) {
		return new MetricsExport(SdkMeterProvider.builder()
			.setResource(resource)
			.registerMetricProducer(producer(registry, others))
			.registerMetricReader(PeriodicMetricReader.builder(exporter).setInterval(interval).build())
			.build());
	}

	/**
	 * Count what an exporter does not deliver.
	 * @param exporter exports
	 * @param ledger counts
	 * @param patience how long to wait until a data point counts as not delivered
	 * @return the exporter
	 */
	public static MetricExporter counted(MetricExporter exporter, DeliveryLedger ledger, Duration patience) {
		return new HonestMetricExporter(exporter, ledger, patience);
	}

	private static MetricProducer producer(Supplier<@Nullable MeterRegistry> registry,
			Supplier<List<ExportedMeters>> others) {
		long start = now();
		return (resource) -> {
			MeterPoints points = new MeterPoints(start, now());
			MeterRegistry meters = registry.get();
			if (meters != null) {
				meters.getMeters().forEach((meter) -> add(points, meter));
			}
			others.get()
				.stream()
				.flatMap((it) -> it.meters().stream())
				.filter((meter) -> meters == null || !has(meters, meter.getId()))
				.forEach((meter) -> add(points, meter));
			return points.of(resource);
		};
	}

	private static boolean has(MeterRegistry registry, Meter.Id id) {
		return registry.find(id.getName()).tags(id.getTags()).meter() != null;
	}

	/** A gauge is the application's own code; the others are exported all the same. */
	private static void add(MeterPoints points, Meter meter) {
		try {
			points.add(meter);
		}
		catch (RuntimeException ex) {
			logger.debug("The meter {} cannot be read", meter.getId().getName(), ex);
		}
	}

	private static long now() {
		return TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
	}

	/**
	 * Whether metrics are exported.
	 * @return whether there is an exporter
	 */
	public boolean isStarted() {
		return this.provider != null;
	}

	/**
	 * Not longer than a service that stops has time for, whatever the other side does.
	 */
	@Override
	public void close() {
		if (this.provider == null) {
			return;
		}
		Thread farewell = new Thread(this.provider::close, "mainstay-metrics-farewell");
		farewell.setDaemon(true);
		farewell.start();
		try {
			farewell.join(FAREWELL);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
