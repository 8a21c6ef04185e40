package dev.mainstay.observability.telemetry.metrics;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import dev.mainstay.observability.telemetry.DeliveryLedger;
import dev.mainstay.observability.telemetry.DropReason;
import dev.mainstay.observability.telemetry.Signal;
import dev.mainstay.tests.harness.otlp.Fault;
import dev.mainstay.tests.harness.otlp.OtlpReceiver;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.sdk.resources.Resource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class MetricsExportTests {

	private final OtlpReceiver receiver = OtlpReceiver.start();

	private final DeliveryLedger ledger = new DeliveryLedger();

	private final MeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

	private final MeterRegistry exact = new SimpleMeterRegistry();

	@AfterEach
	void close() {
		this.receiver.close();
		this.ledger.close();
	}

	@Test
	void aCounterIsACumulativeSum() {
		this.registry.counter("orders", "kind", "book").increment(3);
		this.registry.counter("orders", "kind", "pen").increment();
		Metric orders = exported("orders");
		assertThat(orders.getSum().getIsMonotonic()).isTrue();
		assertThat(orders.getSum().getAggregationTemporality())
			.isEqualTo(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE);
		assertThat(orders.getSum().getDataPointsList()).extracting(NumberDataPoint::getAsDouble)
			.containsExactlyInAnyOrder(3.0, 1.0);
		assertThat(orders.getSum().getDataPoints(0).getStartTimeUnixNano())
			.isLessThanOrEqualTo(orders.getSum().getDataPoints(0).getTimeUnixNano());
	}

	@Test
	void aTimerIsAHistogramInSeconds() {
		Timer timer = Timer.builder("calls")
			.serviceLevelObjectives(Duration.ofMillis(100), Duration.ofSeconds(1))
			.register(this.registry);
		List.of(50, 60, 500, 3000).forEach((it) -> timer.record(it, TimeUnit.MILLISECONDS));
		Metric calls = exported("calls");
		HistogramDataPoint point = calls.getHistogram().getDataPoints(0);
		assertThat(calls.getUnit()).isEqualTo("s");
		assertThat(point.getCount()).isEqualTo(4);
		assertThat(point.getSum()).isEqualTo(3.61);
		assertThat(point.getExplicitBoundsList()).containsExactly(0.1, 1.0);
		assertThat(point.getBucketCountsList()).containsExactly(2L, 1L, 1L);
	}

	@Test
	void aTimerWithoutBucketsHasItsCountAndSum() {
		this.registry.timer("plain").record(2, TimeUnit.SECONDS);
		this.registry.summary("sizes").record(7);
		assertThat(exported("plain").getHistogram().getDataPoints(0).getBucketCountsList()).containsExactly(1L);
		assertThat(this.receiver.metrics()).filteredOn((it) -> it.getName().equals("sizes"))
			.allMatch((it) -> it.getHistogram().getDataPoints(0).getSum() == 7);
	}

	@Test
	void aGaugeIsOneAndWhatIsNoNumberIsLeftOut() {
		this.registry.gauge("size", new AtomicInteger(5));
		this.registry.gauge("unknown", Double.NaN);
		this.registry.more().longTaskTimer("tasks").start();
		assertThat(exported("size").getGauge().getDataPoints(0).getAsDouble()).isEqualTo(5);
		assertThat(this.receiver.metrics()).extracting(Metric::getName)
			.contains("tasks.active", "tasks.duration")
			.doesNotContain("unknown");
	}

	@Test
	void whatIsNotDeliveredIsCounted() {
		this.registry.counter("orders", "kind", "book").increment();
		this.registry.counter("orders", "kind", "pen").increment();
		this.receiver.failWith(Fault.BROKEN);
		try (MetricsExport export = export()) {
			await().untilAsserted(() -> assertThat(this.ledger.dropped(Signal.METRICS, DropReason.EXPORT_FAILED))
				.isGreaterThanOrEqualTo(2)
				.isEven());
			this.receiver.failWith(Fault.NONE);
			await().untilAsserted(() -> assertThat(this.receiver.metrics()).isNotEmpty());
			assertThat(export.isStarted()).isTrue();
		}
	}

	@Test
	void exportsBesidesWhatTheRegistryDoesNotHave() {
		this.registry.counter("orders", "kind", "book").increment();
		this.exact.counter("orders", "kind", "book").increment(9);
		this.exact.counter("slo.events", "result", "bad").increment(2);
		assertThat(exported("slo.events").getSum().getDataPoints(0).getAsDouble()).isEqualTo(2);
		assertThat(exported("orders").getSum().getDataPointsList()).extracting(NumberDataPoint::getAsDouble)
			.containsExactly(1.0);
	}

	private Metric exported(String name) {
		try (MetricsExport export = export()) {
			await()
				.untilAsserted(() -> assertThat(this.receiver.metrics()).anyMatch((it) -> it.getName().equals(name)));
			assertThat(export.isStarted()).isTrue();
		}
		assertThat(this.receiver.failures()).isEmpty();
		return this.receiver.metrics().stream().filter((it) -> it.getName().equals(name)).findFirst().orElseThrow();
	}

	private MetricsExport export() {
		Duration timeout = Duration.ofSeconds(5);
		return MetricsExport.start(() -> this.registry, () -> List.of(this.exact::getMeters), Resource.getDefault(),
				MetricsExport.counted(
						OtlpHttpMetricExporter.builder().setEndpoint(this.receiver.endpoint() + "/v1/metrics").build(),
						this.ledger, timeout),
				Duration.ofMillis(100));
	}

}
