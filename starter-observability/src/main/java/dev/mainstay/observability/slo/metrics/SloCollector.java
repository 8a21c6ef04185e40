package dev.mainstay.observability.slo.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToDoubleFunction;

import dev.mainstay.core.request.TraceIds;
import dev.mainstay.observability.slo.Objective;
import dev.mainstay.observability.slo.ObjectiveCounts;
import dev.mainstay.observability.slo.SloEvents;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the counts of objectives to Prometheus, past Micrometer: no filter, common tag or
 * limit of meters changes them, and bad events have an exemplar. Every counter is there
 * from the start. Thread-safe.
 *
 * @since 0.1.0
 */
public final class SloCollector implements MultiCollector {

	private static final Logger logger = LoggerFactory.getLogger(SloCollector.class);

	private static final String EVENTS = name(SloMeters.EVENTS);

	private static final String OBJECTIVE = name(SloMeters.OBJECTIVE);

	private static final String WINDOW = name(SloMeters.WINDOW);

	/** The client library appends {@code _info}. */
	private static final String INFO = "slo";

	private static final Set<String> NAMES = Set.of(EVENTS, EVENTS + "_total", OBJECTIVE, WINDOW, INFO, INFO + "_info");

	private final SloEvents events;

	private final SloTags tags;

	private final AtomicBoolean warned = new AtomicBoolean();

	private volatile @Nullable MeterRegistry meters;

	/**
	 * Create the collector.
	 * @param events the counts
	 * @param service the name of the service
	 * @param version its version, {@code null} if not known
	 */
	public SloCollector(SloEvents events, String service, @Nullable String version) {
		this.events = events;
		this.tags = new SloTags(service, version);
	}

	/**
	 * Show the counts to Prometheus. As long as the application has meters of the same
	 * names, theirs are shown, and the log says so once.
	 * @param meters the registry that Prometheus asks
	 */
	public void addTo(PrometheusMeterRegistry meters) {
		this.meters = meters;
		meters.getPrometheusRegistry().register(this);
	}

	@Override
	public MetricSnapshots collect() {
		if (areNamesTaken()) {
			return new MetricSnapshots();
		}
		return new MetricSnapshots(events(), gauge(OBJECTIVE, SloMeters.OBJECTIVE, Objective::target),
				gauge(WINDOW, SloMeters.WINDOW, (objective) -> SloMetrics.seconds(objective.window())), info());
	}

	/**
	 * Two metrics of one name would be none at all: Prometheus could read nothing more.
	 */
	private boolean areNamesTaken() {
		MeterRegistry others = this.meters;
		boolean taken = others != null && others.getMeters()
			.stream()
			.anyMatch((meter) -> NAMES.contains(meter.getId().getName().replace('.', '_')));
		if (taken && this.warned.compareAndSet(false, true)) {
			logger.warn("The counts of objectives are not shown to Prometheus: a meter of the application has one of "
					+ "their names, {}", NAMES);
		}
		return taken;
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
