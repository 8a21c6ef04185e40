package dev.mainstay.core.hardening.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.logging.LoggingMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class MetricsExportCheckTests {

	private final MetricsExportCheck check = new MetricsExportCheck();

	private final ApplicationContextRunner desk = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(MetricsAutoConfiguration.class, PrometheusMetricsExportAutoConfiguration.class,
					SimpleMetricsExportAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class));

	private final ApplicationContextRunner production = this.desk.withPropertyValues("spring.profiles.active=prod");

	@Test
	void onlyTheSimpleRegistryIsFound() {
		this.production.withPropertyValues("management.prometheus.metrics.export.enabled=false")
			.run((context) -> assertThatLooking(this.check, context).fails("only SimpleMeterRegistry"));
	}

	@Test
	void noRegistryIsFound() {
		new ApplicationContextRunner().withPropertyValues("spring.profiles.active=prod")
			.run((context) -> assertThatLooking(this.check, context).fails("there is none"));
	}

	@Test
	void noMicrometerIsFound() {
		new ApplicationContextRunner().withClassLoader(new FilteredClassLoader("io.micrometer"))
			.withPropertyValues("spring.profiles.active=prod")
			.run((context) -> assertThatLooking(this.check, context).fails("there is no meter registry"));
	}

	@Test
	void theRegistryOfPrometheusPasses() {
		this.production.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aRegistryWithinACompositeOnePasses() {
		this.production.withPropertyValues("management.prometheus.metrics.export.enabled=false")
			.withBean("all", MeterRegistry.class, () -> new CompositeMeterRegistry().add(new LoggingMeterRegistry()))
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aDeskMayKeepThemInMemory() {
		this.desk.withPropertyValues("management.prometheus.metrics.export.enabled=false")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
