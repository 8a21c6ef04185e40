package dev.mainstay.observability.telemetry.metrics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import dev.mainstay.observability.telemetry.metrics.MicrometerMetric.Shape;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.Data;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.GaugeData;
import io.opentelemetry.sdk.metrics.data.HistogramData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.MetricDataType;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.metrics.data.SumData;
import io.opentelemetry.sdk.resources.Resource;

/**
 * The points of one look at all meters, times in seconds.
 */
final class MeterPoints {

	private static final String SECONDS = "s";

	private final Map<Shape, List<PointData>> metrics = new LinkedHashMap<>();

	private final long start;

	private final long now;

	MeterPoints(long start, long now) {
		this.start = start;
		this.now = now;
	}

	void add(Meter meter) {
		if (meter instanceof Counter counter) {
			sum(meter, counter.count());
		}
		else if (meter instanceof FunctionCounter counter) {
			sum(meter, counter.count());
		}
		else if (meter instanceof TimeGauge gauge) {
			gauge(meter, "", gauge.value(TimeUnit.SECONDS), SECONDS);
		}
		else if (meter instanceof Gauge gauge) {
			gauge(meter, "", gauge.value(), unit(meter));
		}
		else {
			addDistribution(meter);
		}
	}

	private void addDistribution(Meter meter) {
		if (meter instanceof Timer timer) {
			histogram(meter, SECONDS, timer.totalTime(TimeUnit.SECONDS),
					Buckets.of(timer.count(), timer.takeSnapshot().histogramCounts(), MeterPoints::seconds));
		}
		else if (meter instanceof FunctionTimer timer) {
			histogram(meter, SECONDS, timer.totalTime(TimeUnit.SECONDS), Buckets.of((long) timer.count()));
		}
		else if (meter instanceof DistributionSummary summary) {
			histogram(meter, unit(meter), summary.totalAmount(),
					Buckets.of(summary.count(), summary.takeSnapshot().histogramCounts(), CountAtBucket::bucket));
		}
		else if (meter instanceof LongTaskTimer timer) {
			gauge(meter, ".active", timer.activeTasks(), "");
			gauge(meter, ".duration", timer.duration(TimeUnit.SECONDS), SECONDS);
		}
		else {
			for (Measurement measurement : meter.measure()) {
				gauge(meter, "." + measurement.getStatistic().getTagValueRepresentation(), measurement.getValue(),
						unit(meter));
			}
		}
	}

	private static double seconds(CountAtBucket bucket) {
		return bucket.bucket(TimeUnit.SECONDS);
	}

	private void sum(Meter meter, double value) {
		add(shape(meter, "", MetricDataType.DOUBLE_SUM, unit(meter)),
				DoublePointData.create(this.start, this.now, attributes(meter), value, List.of()));
	}

	private void gauge(Meter meter, String suffix, double value, String unit) {
		if (!Double.isNaN(value)) {
			add(shape(meter, suffix, MetricDataType.DOUBLE_GAUGE, unit),
					DoublePointData.create(this.start, this.now, attributes(meter), value, List.of()));
		}
	}

	private void histogram(Meter meter, String unit, double sum, Buckets buckets) {
		add(shape(meter, "", MetricDataType.HISTOGRAM, unit), HistogramPointData.create(this.start, this.now,
				attributes(meter), sum, false, 0, false, 0, buckets.boundaries(), buckets.counts()));
	}

	private void add(Shape shape, PointData point) {
		this.metrics.computeIfAbsent(shape, (key) -> new ArrayList<>()).add(point);
	}

	Collection<MetricData> of(Resource resource) {
		List<MetricData> all = new ArrayList<>();
		this.metrics.forEach((shape, points) -> all.add(new MicrometerMetric(resource, shape, data(shape, points))));
		return all;
	}

	private static Data<?> data(Shape shape, List<PointData> points) {
		return switch (shape.type()) {
			case HISTOGRAM -> HistogramData.create(AggregationTemporality.CUMULATIVE,
					points.stream().map(HistogramPointData.class::cast).toList());
			case DOUBLE_SUM -> SumData.createDoubleSumData(true, AggregationTemporality.CUMULATIVE, numbers(points));
			default -> GaugeData.createDoubleGaugeData(numbers(points));
		};
	}

	private static List<DoublePointData> numbers(List<PointData> points) {
		return points.stream().map(DoublePointData.class::cast).toList();
	}

	private static Shape shape(Meter meter, String suffix, MetricDataType type, String unit) {
		String description = meter.getId().getDescription();
		return new Shape(meter.getId().getName() + suffix, type, unit, (description != null) ? description : "");
	}

	private static String unit(Meter meter) {
		String unit = meter.getId().getBaseUnit();
		return (unit != null) ? unit : "";
	}

	private static Attributes attributes(Meter meter) {
		AttributesBuilder attributes = Attributes.builder();
		meter.getId().getTagsAsIterable().forEach((tag) -> attributes.put(tag.getKey(), tag.getValue()));
		return attributes.build();
	}

}
