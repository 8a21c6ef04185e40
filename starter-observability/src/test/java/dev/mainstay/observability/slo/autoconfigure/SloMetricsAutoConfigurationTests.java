package dev.mainstay.observability.slo.autoconfigure;

import dev.mainstay.observability.slo.metrics.BudgetMetrics;
import dev.mainstay.observability.slo.metrics.SloMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class SloMetricsAutoConfigurationTests {

	private static final String BAD = "slo_events_total{result=\"bad\",service=\"shop\",slo=\"availability\"} 0.0";

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SloAutoConfiguration.class, SloMetricsAutoConfiguration.class,
				MetricsAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class,
				PrometheusMetricsExportAutoConfiguration.class, SimpleMetricsExportAutoConfiguration.class))
		.withPropertyValues("spring.application.name=shop");

	@Test
	void showsPrometheusTheCountsThoughEverythingIsDenied() {
		this.runner.withBean(MeterFilter.class, MeterFilter::deny)
			.run((context) -> assertThat(context.getBean(PrometheusMeterRegistry.class).scrape()).contains(BAD)
				.doesNotContain("mainstay_slo_budget_remaining"));
	}

	@Test
	void showsThemOnceWhereThereAreTwoRegistries() {
		this.runner.withPropertyValues("management.simple.metrics.export.enabled=true").run((context) -> {
			PrometheusMeterRegistry prometheus = context.getBean(PrometheusMeterRegistry.class);
			assertThat(prometheus.scrape()).containsOnlyOnce(BAD).contains("mainstay_slo_budget_remaining");
			assertThat(prometheus.find("slo.events").meters()).isEmpty();
		});
	}

	@Test
	void registersMetersWherePrometheusIsMissing() {
		this.runner.withClassLoader(new FilteredClassLoader("io.prometheus", "io.micrometer.prometheusmetrics"))
			.run((context) -> assertThat(context.getBean(MeterRegistry.class)
				.get("slo.events")
				.tag("result", "bad")
				.functionCounter()
				.count()).isZero());
	}

	@Test
	void hasNoneWithoutObjectives() {
		this.runner.withPropertyValues("mainstay.slo.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(SloMetrics.class)
				.doesNotHaveBean(BudgetMetrics.class)
				.hasNotFailed());
	}

}
