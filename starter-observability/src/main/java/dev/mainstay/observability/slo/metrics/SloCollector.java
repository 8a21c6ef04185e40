package dev.mainstay.observability.slo.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

import dev.mainstay.core.request.TraceIds;
import dev.mainstay.observability.slo.Objective;
import dev.mainstay.observability.slo.ObjectiveCounts;
import dev.mainstay.observability.slo.SloEvents;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Exemplar;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricFamilyDescriptor;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import org.jspecify.annotations.Nullable;

/**
 * Shows the counts of objectives to Prometheus, past Micrometer: no filter, common tag or
 * limit of meters changes them, and bad events have an exemplar. Every counter is there
 * from the start. Thread-safe.
 *
 * @since 0.1.0
 */
public final class SloCollector implements MultiCollector {

	private static final String EVENTS = name(SloMeters.EVENTS);

	private static final String OBJECTIVE = name(SloMeters.OBJECTIVE);

	private static final String WINDOW = name(SloMeters.WINDOW);

	/** The client library appends {@code _info}. */
	private static final String INFO = "slo";

	private final SloEvents events;

	private final SloTags tags;

	/**
	 * Create the collector.
	 * @param events the counts
	 * @param service the name of the service
	 */
	public SloCollector(SloEvents events, String service) {
		this.events = events;
		this.tags = new SloTags(service);
	}

	@Override
	public MetricSnapshots collect() {
		return new MetricSnapshots(events(), gauge(OBJECTIVE, SloMeters.OBJECTIVE, Objective::target),
				gauge(WINDOW, SloMeters.WINDOW, (objective) -> SloMetrics.seconds(objective.window())), info());
	}

	@Override
	public List<MetricFamilyDescriptor> getMetricFamilyDescriptors() {
		return List.of(MetricFamilyDescriptor.counter(EVENTS).labelNames(names(SloMeters.EVENTS)).build(),
				MetricFamilyDescriptor.gauge(OBJECTIVE).labelNames(names(SloMeters.OBJECTIVE)).build(),
				MetricFamilyDescriptor.gauge(WINDOW).labelNames(names(SloMeters.WINDOW)).build(),
				MetricFamilyDescriptor.info(INFO).labelNames(names(SloMeters.INFO)).build());
	}

	private static List<String> names(SloMeters meter) {
		return Arrays.stream(meter.getKeyNames()).map(KeyName::asString).toList();
	}

	private CounterSnapshot events() {
		CounterSnapshot.Builder events = CounterSnapshot.builder().name(EVENTS).help(SloMeters.EVENTS.description());
		for (ObjectiveCounts counts : this.events.counts()) {
			events.dataPoint(point(counts, "good", counts.good(), null));
			events.dataPoint(point(counts, "bad", counts.bad(), counts.lastBadTrace()));
		}
		return events.build();
	}

	private CounterDataPointSnapshot point(ObjectiveCounts counts, String result, long value,
			@Nullable TraceIds trace) {
		CounterDataPointSnapshot.Builder point = CounterSnapshot.CounterDataPointSnapshot.builder()
			.labels(labels(this.tags.of(counts.objective(), result)))
			.value(value);
		if (trace != null) {
			point.exemplar(Exemplar.builder().value(1).traceId(trace.traceId()).spanId(trace.spanId()).build());
		}
		return point.build();
	}

	private GaugeSnapshot gauge(String name, SloMeters meter, ToDoubleFunction<Objective> value) {
		GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(meter.description());
		for (ObjectiveCounts counts : this.events.counts()) {
			gauge.dataPoint(GaugeDataPointSnapshot.builder()
				.labels(labels(this.tags.of(counts.objective())))
				.value(value.applyAsDouble(counts.objective()))
				.build());
		}
		return gauge.build();
	}

	private InfoSnapshot info() {
		InfoSnapshot.Builder info = InfoSnapshot.builder().name(INFO).help(SloMeters.INFO.description());
		for (ObjectiveCounts counts : this.events.counts()) {
			info.dataPoint(InfoDataPointSnapshot.builder().labels(labels(this.tags.info(counts.objective()))).build());
		}
		return info.build();
	}

	private static Labels labels(Tags tags) {
		Labels.Builder labels = Labels.builder();
		for (Tag tag : tags) {
			labels.label(tag.getKey(), tag.getValue());
		}
		return labels.build();
	}

	private static String name(SloMeters meter) {
		return meter.getName().replace('.', '_');
	}

}
