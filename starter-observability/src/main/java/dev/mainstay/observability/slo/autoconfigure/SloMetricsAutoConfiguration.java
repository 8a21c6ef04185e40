package dev.mainstay.observability.slo.autoconfigure;

import dev.mainstay.core.mode.Switch;
import dev.mainstay.observability.service.ServiceName;
import dev.mainstay.observability.service.ServiceVersion;
import dev.mainstay.observability.slo.SloEvents;
import dev.mainstay.observability.slo.burn.Budgets;
import dev.mainstay.observability.slo.metrics.BudgetMetrics;
import dev.mainstay.observability.slo.metrics.ExactSloMeters;
import dev.mainstay.observability.slo.metrics.SloCollector;
import dev.mainstay.observability.slo.metrics.SloMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.MultiCollector;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.micrometer.metrics.autoconfigure.MeterRegistryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the metrics of objectives.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = SloAutoConfiguration.class)
@ConditionalOnClass(MeterBinder.class)
@ConditionalOnBean({ SloEvents.class, Budgets.class })
public final class SloMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	SloMetrics mainstaySloMetrics(SloEvents events, ObjectProvider<BuildProperties> build, Environment environment) {
		return new SloMetrics(events, ServiceName.of(environment), ServiceVersion.of(environment, build),
				Switch.isOn(environment, SloAutoConfiguration.ENABLED));
	}

	@Bean
	@ConditionalOnMissingBean
	BudgetMetrics mainstayBudgetMetrics(Budgets budgets, Environment environment) {
		return new BudgetMetrics(budgets, ServiceName.of(environment),
				Switch.isOn(environment, SloAutoConfiguration.ENABLED));
	}

	/** For Mainstay's own export over OTLP. */
	@Bean
	@ConditionalOnMissingBean
	ExactSloMeters mainstayExactSloMeters(SloMetrics metrics) {
		return new ExactSloMeters(metrics);
	}

	/**
	 * Shows the counts to Prometheus itself.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ PrometheusMeterRegistry.class, MultiCollector.class, MeterRegistryCustomizer.class })
	static class PrometheusConfiguration {

		@Bean
		MeterRegistryCustomizer<PrometheusMeterRegistry> mainstaySloCollector(SloEvents events,
				ObjectProvider<BuildProperties> build, Environment environment) {
			if (!Switch.isOn(environment, SloAutoConfiguration.ENABLED)) {
				return (registry) -> {
				};
			}
			String service = ServiceName.of(environment);
			String version = ServiceVersion.of(environment, build);
			return (registry) -> new SloCollector(events, service, version).addTo(registry);
		}

	}

}
