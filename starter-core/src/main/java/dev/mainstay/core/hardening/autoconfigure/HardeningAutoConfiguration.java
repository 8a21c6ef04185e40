package dev.mainstay.core.hardening.autoconfigure;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import dev.mainstay.core.hardening.HardeningChecks;
import dev.mainstay.core.hardening.HardeningGate;
import dev.mainstay.core.hardening.HardeningInspector;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.SheetKeeper;
import dev.mainstay.core.hardening.StartFindings;
import dev.mainstay.core.hardening.probe.web.ManagementServer;
import dev.mainstay.core.hardening.actuate.HardeningEndpoint;
import dev.mainstay.core.hardening.actuate.HardeningWebExtension;
import dev.mainstay.core.hardening.metrics.HardeningMetrics;
import dev.mainstay.core.hardening.policy.PolicyLocks;
import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.mode.StartRemark;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.core.mode.autoconfigure.ConditionalOnMissingEndpoint;
import dev.mainstay.core.mode.autoconfigure.EndpointStatus;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the hardening sheet.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", HardeningAutoConfiguration.ENABLED }, matchIfMissing = true)
@EnableConfigurationProperties(HardeningProperties.class)
public final class HardeningAutoConfiguration {

	static final String ENABLED = "mainstay.hardening.enabled";

	/** What is not known by then is not waited for in the start block. */
	private static final Duration LIMIT = Duration.ofSeconds(10);

	@Bean
	@ConditionalOnMissingBean
	InspectedApplication mainstayInspectedApplication(ApplicationContext context) {
		return new InspectedApplication(context);
	}

	@Bean
	@ConditionalOnMissingBean
	HardeningInspector mainstayHardeningInspector(ApplicationContext context, HardeningProperties properties,
			ObjectProvider<TextMasker> masker) {
		return new HardeningInspector(new HardeningChecks(context)::all,
				properties.waivers().stream().map(HardeningProperties.Waived::waiver).toList(),
				masker.getIfUnique(TextMasker::none), Clock.systemDefaultZone());
	}

	@Bean
	@ConditionalOnMissingBean
	SheetKeeper mainstaySheetKeeper(HardeningInspector inspector, InspectedApplication application,
			HardeningProperties properties) {
		return new SheetKeeper(inspector, properties.probes() ? application.withProbes() : application);
	}

	@Bean
	HardeningGate mainstayHardeningGate(HardeningInspector inspector, InspectedApplication application,
			HardeningProperties properties, ConfigurableEnvironment environment) {
		Enforced enforced = Switch.isOn(environment, ENABLED)
				? Enforced.of(properties.enforce(), new PolicyLocks(environment).values(Enforced.PROPERTY))
				: Enforced.NOTHING;
		return new HardeningGate(inspector, application, enforced.groups(), enforced.severities());
	}

	@Bean
	StartRemark mainstayStartFindings(SheetKeeper keeper, Environment environment) {
		return Switch.isOn(environment, ENABLED) ? new StartFindings(keeper, LIMIT) : List::of;
	}

	@Bean
	FeatureStatus mainstayHardeningStatus() {
		return FeatureStatus.on("hardening");
	}

	/**
	 * The endpoint, where there is something to serve it.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
	static class EndpointConfiguration {

		@Bean
		@ConditionalOnMissingEndpoint("hardening")
		@ConditionalOnAvailableEndpoint
		HardeningEndpoint mainstayHardeningEndpoint(SheetKeeper keeper, Environment environment) {
			return new HardeningEndpoint(keeper, Switch.isOn(environment, ENABLED));
		}

		@Bean
		@ConditionalOnBean(HardeningEndpoint.class)
		HardeningWebExtension mainstayHardeningWebExtension(HardeningEndpoint endpoint) {
			return new HardeningWebExtension(endpoint);
		}

		@Bean
		FeatureStatus mainstayHardeningEndpointStatus(ListableBeanFactory beans, Environment environment) {
			return EndpointStatus.of(HardeningEndpoint.class, "hardening-endpoint", beans, environment);
		}

	}

	/**
	 * The way to endpoints that have a server of their own, where there may be one.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(WebServerInitializedEvent.class)
	@ConditionalOnWebApplication
	static class ServerConfiguration {

		@Bean
		ManagementServer mainstayManagementServer() {
			return new ManagementServer();
		}

	}

	/**
	 * The gauge, where there are metrics.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterBinder.class)
	static class MetricsConfiguration {

		@Bean
		HardeningMetrics mainstayHardeningMetrics(SheetKeeper keeper) {
			return new HardeningMetrics(keeper);
		}

	}

}
