package dev.mainstay.resilience.deadline.autoconfigure;

import java.util.EnumSet;

import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Rung;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.core.problem.reactive.ReactiveProblemWriter;
import dev.mainstay.core.problem.servlet.ServletProblemWriter;
import dev.mainstay.core.request.TrustedProxies;
import dev.mainstay.core.request.autoconfigure.RequestAutoConfiguration;
import dev.mainstay.resilience.deadline.DeadlineMeters;
import dev.mainstay.resilience.deadline.DeadlineProblemMapper;
import dev.mainstay.resilience.deadline.InboundDeadlines;
import dev.mainstay.resilience.deadline.jdbc.DeadlineDataSources;
import dev.mainstay.resilience.deadline.reactive.DeadlineWebFilter;
import dev.mainstay.resilience.deadline.servlet.DeadlineFilter;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.server.WebFilter;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Auto-configuration of the deadlines of requests.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { LadderAutoConfiguration.class, RequestAutoConfiguration.class })
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = { Switch.MAINSTAY, PossibleDeadlines.ENABLED }, matchIfMissing = true)
@ConditionalOnBean(Ladder.class)
@EnableConfigurationProperties(DeadlineProperties.class)
public final class DeadlineAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	InboundDeadlines mainstayInboundDeadlines(DeadlineProperties properties, Ladder ladder,
			ObjectProvider<TrustedProxies> trusted, Environment environment) {
		boolean enabled = Switch.isOn(environment, PossibleDeadlines.ENABLED);
		return new InboundDeadlines(
				trusted.getIfAvailable(TrustedProxies::none), properties.settings(), ladder.rule("deadline.expired",
						enabled ? properties.expired() : Rung.OFF, () -> PossibleDeadlines.in(environment)),
				System::nanoTime);
	}

	@Bean
	@ConditionalOnMissingBean
	DeadlineProblemMapper mainstayDeadlineProblemMapper(Environment environment) {
		return new DeadlineProblemMapper(Switch.isOn(environment, PossibleDeadlines.ENABLED));
	}

	@Bean
	static DeadlineDataSources mainstayDeadlineDataSources(Environment environment) {
		return new DeadlineDataSources(() -> PossibleDeadlines.ofStatements(environment));
	}

	@Bean
	FeatureStatus mainstayDeadlineStatus(Environment environment, DeadlineDataSources dataSources) {
		return new DeadlineStatus(environment, dataSources);
	}

	/**
	 * Meters, where there may be a registry.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterBinder.class)
	static class MetersConfiguration {

		@Bean
		@ConditionalOnMissingBean
		DeadlineMeters mainstayDeadlineMeters(InboundDeadlines deadlines) {
			return new DeadlineMeters(deadlines);
		}

	}

	/**
	 * Deadlines on the servlet stack.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	@ConditionalOnClass(DispatcherServlet.class)
	static class ServletConfiguration {

		/** Behind the limits of bodies (+10), before any work is done. */
		private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 12;

		@Bean
		FilterRegistrationBean<DeadlineFilter> mainstayDeadlineFilter(InboundDeadlines deadlines,
				ObjectProvider<ServletProblemWriter> problems, Environment environment) {
			FilterRegistrationBean<DeadlineFilter> registration = new FilterRegistrationBean<>(
					new DeadlineFilter(deadlines, problems.getIfAvailable()));
			registration.setOrder(ORDER);
			registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
			registration.setEnabled(Switch.isOn(environment, PossibleDeadlines.ENABLED));
			return registration;
		}

	}

	/**
	 * Deadlines on the reactive stack.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	@ConditionalOnClass(WebFilter.class)
	static class ReactiveConfiguration {

		@Bean
		DeadlineWebFilter mainstayDeadlineWebFilter(InboundDeadlines deadlines,
				ObjectProvider<ReactiveProblemWriter> problems, Environment environment) {
			return new DeadlineWebFilter(deadlines, problems.getIfAvailable(),
					Switch.isOn(environment, PossibleDeadlines.ENABLED));
		}

	}

}
