package dev.mainstay.core.failure.autoconfigure;

import java.util.List;

import ch.qos.logback.classic.LoggerContext;
import dev.mainstay.core.failure.FailureListener;
import dev.mainstay.core.failure.FailureReporter;
import dev.mainstay.core.failure.ReportedFailures;
import dev.mainstay.core.failure.logback.RepeatedFailureFilterRegistration;
import dev.mainstay.core.failure.reactive.FailureReportingHandler;
import dev.mainstay.core.failure.servlet.FailureReportingFilter;
import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.core.problem.AnsweredStatus;
import dev.mainstay.core.problem.autoconfigure.ProblemAutoConfiguration;
import dev.mainstay.core.request.reactive.PlaceAmongHandlers;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Auto-configuration of the failure reporter. On the reactive stack it must be registered
 * before the handlers that answer in the application's place.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ProblemAutoConfiguration.class,
		beforeName = { "dev.mainstay.core.problem.autoconfigure.ReactiveProblemAutoConfiguration",
				"org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration" })
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", FailureAutoConfiguration.SWITCH }, matchIfMissing = true)
public final class FailureAutoConfiguration {

	static final String SWITCH = "mainstay.problem.failure-reporter.enabled";

	private static final String FEATURE = "failure-reporter";

	@Bean
	@ConditionalOnMissingBean
	ReportedFailures mainstayReportedFailures() {
		return new ReportedFailures();
	}

	/** Created while the server starts: whatever it asks must not be, then. */
	@Bean
	@ConditionalOnMissingBean
	FailureReporter mainstayFailureReporter(ReportedFailures reported, ObjectProvider<AnsweredStatus> statuses,
			ObjectProvider<FailureListener> listeners) {
		SingletonSupplier<List<FailureListener>> ordered = SingletonSupplier
			.of(() -> listeners.orderedStream().toList());
		return new FailureReporter(reported,
				(failure) -> statuses.stream().findFirst().map((status) -> status.of(failure)).orElse(500),
				ordered::obtain);
	}

	/**
	 * Where failures pass on the servlet stack.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	@ConditionalOnClass(DispatcherServlet.class)
	static class ServletConfiguration {

		@Bean
		FilterRegistrationBean<FailureReportingFilter> mainstayFailureReportingFilter(FailureReporter reporter,
				Environment environment) {
			return FailureFilters.reporting(reporter, environment);
		}

		@Bean
		FeatureStatus mainstayFailureReporterStatus() {
			return FeatureStatus.on(FEATURE);
		}

	}

	/**
	 * Where failures pass on the reactive stack.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	@ConditionalOnClass({ DispatcherHandler.class, ErrorWebExceptionHandler.class })
	static class ReactiveConfiguration {

		@Bean
		FailureReportingHandler mainstayFailureReportingHandler(FailureReporter reporter,
				ObjectProvider<ErrorWebExceptionHandler> answering, Environment environment) {
			return new FailureReportingHandler(reporter, new PlaceAmongHandlers(answering),
					Switch.isOn(environment, SWITCH));
		}

		@Bean
		FeatureStatus mainstayFailureReporterStatus() {
			return FeatureStatus.on(FEATURE);
		}

	}

	/**
	 * What drops the server's own lines, where the log is Logback's.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(LoggerContext.class)
	static class LogbackConfiguration {

		/** Nobody asks for it, so it would never be created where beans are lazy. */
		@Bean
		@Lazy(false)
		RepeatedFailureFilterRegistration mainstayRepeatedFailureFilter(ReportedFailures reported,
				Environment environment) {
			return new RepeatedFailureFilterRegistration(reported, Switch.isOn(environment, SWITCH));
		}

	}

}
