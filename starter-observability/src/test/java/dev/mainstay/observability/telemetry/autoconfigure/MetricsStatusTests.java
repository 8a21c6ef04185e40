package dev.mainstay.observability.telemetry.autoconfigure;

import dev.mainstay.core.mode.FeatureState;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class MetricsStatusTests {

	private static final String EXPOSED = "management.endpoints.web.exposure.include=prometheus";

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(TelemetryAutoConfiguration.class, TelemetryOffAutoConfiguration.class,
				EndpointAutoConfiguration.class, WebEndpointAutoConfiguration.class, MetricsAutoConfiguration.class,
				PrometheusMetricsExportAutoConfiguration.class));

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			a=b                                                     | /actuator/prometheus
			management.endpoints.web.base-path=/manage              | /manage/prometheus
			management.endpoints.web.base-path=/                    | /prometheus
			management.endpoints.web.path-mapping.prometheus=scrape | /actuator/scrape
			server.servlet.context-path=/api                        | /api/actuator/prometheus
			spring.mvc.servlet.path=/mvc/                           | /mvc/actuator/prometheus
			management.server.port=9001                             | /actuator/prometheus on management.server.port
			""")
	void saysWhereTheMetricsAreScraped(String property, String reason) {
		this.runner.withPropertyValues(EXPOSED, property).run((context) -> {
			assertThat(context.getBean(MetricsStatus.class).state()).isEqualTo(FeatureState.ON);
			assertThat(context.getBean(MetricsStatus.class).reason()).isEqualTo(reason);
		});
	}

	@Test
	void backsOffWhereTheApplicationExposesOtherEndpoints() {
		this.runner.withPropertyValues("management.endpoints.web.exposure.include=health").run((context) -> {
			assertThat(context.getBean(MetricsStatus.class).state()).isEqualTo(FeatureState.BACKED_OFF);
			assertThat(context.getBean(MetricsStatus.class).reason()).contains("does not expose");
		});
	}

	@Test
	void namesTheRegistryThatStaysWhereMetricsAreOff() {
		this.runner.withPropertyValues(EXPOSED, "mainstay.telemetry.enabled=false").run((context) -> {
			assertThat(context.getBean(MetricsStatus.class).state()).isEqualTo(FeatureState.OFF);
			assertThat(context.getBean(MetricsStatus.class).reason())
				.startsWith("mainstay.telemetry.enabled=false, but");
		});
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(TelemetryOffAutoConfiguration.class))
			.withPropertyValues("mainstay.telemetry.enabled=false")
			.run((context) -> assertThat(context.getBean(MetricsStatus.class).reason())
				.isEqualTo("mainstay.telemetry.enabled=false"));
	}

	@Test
	void saysThatNothingIsServedWithoutAWebLayer() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(TelemetryAutoConfiguration.class))
			.withBean(PrometheusMeterRegistry.class, () -> new PrometheusMeterRegistry(PrometheusConfig.DEFAULT))
			.run((context) -> assertThat(context.getBean(MetricsStatus.class).reason())
				.contains("without an endpoint"));
	}

}
