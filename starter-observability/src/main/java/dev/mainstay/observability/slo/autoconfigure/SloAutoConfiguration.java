package dev.mainstay.observability.slo.autoconfigure;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

import dev.mainstay.core.mode.Switch;
import dev.mainstay.core.request.TraceIds;
import dev.mainstay.observability.service.ServiceName;
import dev.mainstay.observability.slo.ExportedTraces;
import dev.mainstay.observability.slo.Objectives;
import dev.mainstay.observability.slo.SloEvents;
import dev.mainstay.observability.slo.alert.AlertLog;
import dev.mainstay.observability.slo.alert.Webhook;
import dev.mainstay.observability.slo.burn.AlertListener;
import dev.mainstay.observability.slo.burn.Budgets;
import dev.mainstay.observability.slo.burn.BudgetsKeeper;
import dev.mainstay.observability.slo.generate.SloFiles;
import dev.mainstay.observability.tracing.sampling.TailSampling;
import dev.mainstay.observability.tracing.sampling.TraceKeeper;
import dev.mainstay.observability.tracing.sampling.autoconfigure.SamplingAutoConfiguration;
import io.opentelemetry.sdk.trace.samplers.Sampler;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of objectives, their exact counts and their budgets.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = SamplingAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = { Switch.MAINSTAY, SloAutoConfiguration.ENABLED }, matchIfMissing = true)
@EnableConfigurationProperties(SloProperties.class)
public final class SloAutoConfiguration {

	static final String ENABLED = "mainstay.slo.enabled";

	private static final Duration WRITTEN_EVERY = Duration.ofMinutes(1);

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnWebApplication
	Objectives mainstayObjectives(SloProperties properties) {
		return properties.declaredOrAssumed();
	}

	/** Without requests there is nothing that could be assumed. */
	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnNotWebApplication
	Objectives mainstayObjectivesWithoutRequests(SloProperties properties) {
		return properties.declared();
	}

	@Bean
	@ConditionalOnMissingBean
	SloEvents mainstaySloEvents(Objectives objectives, ObjectProvider<ExportedTraces> exported,
			Environment environment) {
		return new SloEvents(objectives, exported.getIfAvailable(() -> TraceIds::sampled),
				Switch.isOn(environment, ENABLED));
	}

	/** Nobody may ask for them, so they would never be created where beans are lazy. */
	@Bean
	@Lazy(false)
	@ConditionalOnMissingBean
	Budgets mainstayBudgets(SloEvents events, ObjectProvider<AlertListener> listeners, Environment environment) {
		Budgets budgets = new Budgets(events.counts(), () -> listeners.orderedStream().toList(), Clock.systemUTC());
		return Switch.isOn(environment, ENABLED) ? budgets.start() : budgets;
	}

	/** Nobody asks for it, either. */
	@Bean
	@Lazy(false)
	BudgetsKeeper mainstayBudgetsKeeper(Budgets budgets, SloProperties properties, Environment environment) {
		Path file = Switch.isOn(environment, ENABLED) ? properties.file() : null;
		return (file != null) ? BudgetsKeeper.keep(budgets, file, WRITTEN_EVERY) : BudgetsKeeper.none(budgets);
	}

	@Bean
	@ConditionalOnMissingBean
	AlertLog mainstaySloAlertLog(Environment environment) {
		return new AlertLog(ServiceName.of(environment));
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnProperty("mainstay.slo.webhook.url")
	Webhook mainstaySloWebhook(SloProperties properties, Environment environment) {
		URI address = Switch.isOn(environment, ENABLED) ? properties.webhook().address() : null;
		return new Webhook(address, ServiceName.of(environment));
	}

	/**
	 * As they are long, and few ask for them, they are not there before somebody does.
	 */
	@Bean
	@Lazy
	@ConditionalOnMissingBean
	SloFiles mainstaySloFiles(Objectives objectives, Environment environment) {
		return SloFiles.of(ServiceName.of(environment), objectives.all());
	}

	@Bean
	SloStatus mainstaySloStatus(Objectives objectives, Environment environment) {
		return new SloStatus(objectives, Switch.isOn(environment, ENABLED));
	}

	/**
	 * The traces of bad events are kept, so that an exemplar is one.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(Sampler.class)
	@ConditionalOnBean(TailSampling.class)
	static class TraceConfiguration {

		@Bean
		ExportedTraces mainstayExportedTraces(TailSampling tail) {
			return (ids) -> ids.sampled() || tail.isActive();
		}

		@Bean
		TraceKeeper mainstaySloTraces(ObjectProvider<SloEvents> events) {
			return (request) -> events.getObject().isBad(request);
		}

	}

}
