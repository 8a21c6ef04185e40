package dev.mainstay.core.mode.autoconfigure;

import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.mode.Features;
import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.StartRemark;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.core.mode.actuate.MainstayEndpoint;
import dev.mainstay.core.mode.metrics.RuleMetrics;
import dev.mainstay.core.request.RequestCounter;
import dev.mainstay.core.request.RequestOrigin;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the overview of features and the start block.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = LadderAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "mainstay.enabled", matchIfMissing = true)
@ConditionalOnBean(Ladder.class)
public final class ModeAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Features mainstayFeatures(ObjectProvider<FeatureStatus> statuses, Environment environment) {
		return new Features(FeatureCatalogue.load(getClass().getClassLoader()), statuses.orderedStream().toList(),
				(property) -> !Switch.isOn(environment, property));
	}

	@Bean
	@ConditionalOnMissingBean
	StartBlock mainstayStartBlock(ApplicationContext context, Features features, Ladder ladder,
			ObjectProvider<StartRemark> remarks) {
		return new StartBlock(context, features, ladder, remarks.orderedStream().toList());
	}

	@Bean
	RequestCounter mainstayRequestCounter(Ladder ladder, Environment environment) {
		boolean active = Switch.isOn(environment);
		return (origin) -> {
			if (active && origin == RequestOrigin.APPLICATION) {
				ladder.countRequest();
			}
		};
	}

	/**
	 * The endpoint, where there is something to serve it.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
	static class EndpointConfiguration {

		@Bean
		@ConditionalOnMissingEndpoint("mainstay")
		@ConditionalOnAvailableEndpoint
		MainstayEndpoint mainstayEndpoint(Features features, Ladder ladder, Environment environment) {
			return new MainstayEndpoint(features, ladder, Switch.isOn(environment));
		}

		@Bean
		FeatureStatus mainstayEndpointStatus(ListableBeanFactory beans, Environment environment) {
			return EndpointStatus.of(MainstayEndpoint.class, "mainstay-endpoint", beans, environment);
		}

	}

	/**
	 * The counter, where there are metrics.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterBinder.class)
	static class MetricsConfiguration {

		@Bean
		@ConditionalOnMissingBean
		RuleMetrics mainstayRuleMetrics(Ladder ladder, Environment environment) {
			return new RuleMetrics(ladder, Switch.isOn(environment));
		}

	}

}
