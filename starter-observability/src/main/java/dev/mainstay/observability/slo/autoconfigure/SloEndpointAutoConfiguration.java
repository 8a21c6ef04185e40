package dev.mainstay.observability.slo.autoconfigure;

import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.core.mode.autoconfigure.ConditionalOnMissingEndpoint;
import dev.mainstay.core.mode.autoconfigure.EndpointStatus;
import dev.mainstay.observability.service.ServiceName;
import dev.mainstay.observability.slo.ObservedTraffic;
import dev.mainstay.observability.slo.SuggestedObjective;
import dev.mainstay.observability.slo.actuate.SloEndpoint;
import dev.mainstay.observability.slo.actuate.SloHealthIndicator;
import dev.mainstay.observability.slo.actuate.SloWebExtension;
import dev.mainstay.observability.slo.burn.Budgets;
import dev.mainstay.observability.slo.generate.SloFiles;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of what shows objectives to people.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = SloAutoConfiguration.class)
@ConditionalOnBean(Budgets.class)
public final class SloEndpointAutoConfiguration {

	/**
	 * The endpoint, where there is something to serve it.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
	static class EndpointConfiguration {

		@Bean
		@ConditionalOnMissingEndpoint("slo")
		@ConditionalOnAvailableEndpoint
		SloEndpoint mainstaySloEndpoint(Budgets budgets, Environment environment) {
			return new SloEndpoint(ServiceName.of(environment), budgets,
					Switch.isOn(environment, SloAutoConfiguration.ENABLED));
		}

		@Bean
		@ConditionalOnBean(SloEndpoint.class)
		ObservedTraffic mainstayObservedTraffic() {
			return new ObservedTraffic();
		}

		@Bean
		@ConditionalOnBean(SloEndpoint.class)
		SloWebExtension mainstaySloWebExtension(SloEndpoint endpoint, ObservedTraffic traffic,
				ObjectProvider<SloFiles> files) {
			return new SloWebExtension(endpoint, () -> SuggestedObjective.of(traffic), files::getObject);
		}

		@Bean
		FeatureStatus mainstaySloEndpointStatus(ListableBeanFactory beans, Environment environment) {
			return EndpointStatus.of(SloEndpoint.class, "slo-endpoint", beans, environment);
		}

	}

	/**
	 * A detail of health, which is never down.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class })
	static class HealthConfiguration {

		@Bean
		@ConditionalOnMissingBean(name = { "sloHealthIndicator", "sloHealthContributor" })
		@ConditionalOnEnabledHealthIndicator("slo")
		SloHealthIndicator sloHealthIndicator(Budgets budgets) {
			return new SloHealthIndicator(budgets);
		}

	}

}
