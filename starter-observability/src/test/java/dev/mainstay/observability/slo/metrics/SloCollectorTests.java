package dev.mainstay.observability.slo.metrics;

import java.time.Duration;
import java.util.List;

import dev.mainstay.core.request.TraceIds;
import dev.mainstay.observability.slo.Objective;
import dev.mainstay.observability.slo.ObjectiveKind;
import dev.mainstay.observability.slo.Objectives;
import dev.mainstay.observability.SampleRequest;
import dev.mainstay.observability.slo.SloEvents;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SloCollectorTests {

	private final SloEvents events = new SloEvents(new Objectives(List.of(new Objective("orders",
			ObjectiveKind.AVAILABILITY, 0.999, Duration.ofDays(30), null, List.of(), "shop", null, false))),
			TraceIds::sampled, true);

	private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

	SloCollectorTests() {
		this.registry.config().meterFilter(MeterFilter.deny()).commonTags("region", "eu");
		new SloCollector(this.events, "shop", "1.2").addTo(this.registry);
		new SloMetrics(this.events, "shop", null, true).bindTo(this.registry);
	}

	@Test
	void showsEverythingFromTheStartPastAllFilters() {
		assertThat(this.registry.scrape()).contains(
				"slo_events_total{result=\"bad\",service=\"shop\",slo=\"orders\"} 0.0",
				"slo_events_total{result=\"good\",service=\"shop\",slo=\"orders\"} 0.0",
				"slo_objective_ratio{service=\"shop\",slo=\"orders\"} 0.999",
				"slo_window_seconds{service=\"shop\",slo=\"orders\"} 2592000.0",
				"slo_info{kind=\"availability\",owner=\"shop\",runbook=\"\",service=\"shop\",slo=\"orders\","
						+ "version=\"1.2\"} 1");
	}

	@Test
	void hasAnExemplarOnBadEventsOnly() {
		this.events.onCompletion(new SampleRequest());
		this.events.onCompletion(new SampleRequest().status(500));
		assertThat(this.registry.scrape("application/openmetrics-text; version=1.0.0; charset=utf-8")).contains(
				"slo_events_total{result=\"bad\",service=\"shop\",slo=\"orders\"} 1.0 # {span_id=\"" + "s".repeat(16)
						+ "\",trace_id=\"" + "t".repeat(32) + "\"} 1.0\n",
				"slo_events_total{result=\"good\",service=\"shop\",slo=\"orders\"} 1.0\n");
	}

	@Test
	void leavesTheNamesToTheApplication() {
		PrometheusMeterRegistry taken = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
		taken.gauge("slo.events", 7);
		new SloCollector(this.events, "shop", "1.2").addTo(taken);
		assertThat(taken.scrape()).contains("slo_events 7").doesNotContain("slo_objective_ratio");
	}

	@Test
	void leavesTheMetersToOtherRegistries() {
		SimpleMeterRegistry simple = new SimpleMeterRegistry();
		new SloMetrics(this.events, "shop", null, true)
			.bindTo(new CompositeMeterRegistry(simple.config().clock(), List.of(this.registry, simple)));
		this.events.onCompletion(new SampleRequest());
		assertThat(
				simple.get("slo.events").tags("service", "shop", "slo", "orders", "result", "good").functionCounter())
			.satisfies((counter) -> assertThat(counter.count()).isOne());
		assertThat(simple.get("slo.info").tags("owner", "shop", "version", "").gauge().value()).isOne();
		assertThat(this.registry.getMeters()).isEmpty();
	}

}
