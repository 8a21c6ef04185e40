package dev.mainstay.core.failure.autoconfigure;

import java.util.EnumSet;

import ch.qos.logback.classic.LoggerContext;
import dev.mainstay.core.failure.FailureListener;
import dev.mainstay.core.failure.FailureReporter;
import dev.mainstay.core.failure.ReportedFailures;
import dev.mainstay.core.failure.logback.RepeatedFailureFilterRegistration;
import dev.mainstay.core.failure.servlet.FailureReportingFilter;
import dev.mainstay.core.failure.servlet.FailureReportingResolver;
import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.problem.ProblemPipeline;
import dev.mainstay.core.problem.autoconfigure.ProblemAutoConfiguration;
import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Auto-configuration of the failure reporter on the servlet stack.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ProblemAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(DispatcherServlet.class)
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", "mainstay.problem.failure-reporter.enabled" },
		matchIfMissing = true)
public final class FailureAutoConfiguration {

	/** Inside the observation, outside everything that the application has. */
	private static final int FILTER_ORDER = Ordered.HIGHEST_PRECEDENCE + 2;

	@Bean
	@ConditionalOnMissingBean
	ReportedFailures mainstayReportedFailures() {
		return new ReportedFailures();
	}

	@Bean
	@ConditionalOnMissingBean
	FailureReporter mainstayFailureReporter(ReportedFailures reported, ObjectProvider<ProblemPipeline> problems,
			ObjectProvider<FailureListener> listeners) {
		ProblemPipeline pipeline = problems.getIfAvailable();
		return new FailureReporter(reported,
				(failure) -> pipeline != null && pipeline.problem(failure, null).status() < 500,
				listeners.orderedStream().toList());
	}

	@Bean
	FailureReportingResolver mainstayFailureReportingResolver(FailureReporter reporter) {
		return new FailureReportingResolver(reporter);
	}

	@Bean
	FilterRegistrationBean<FailureReportingFilter> mainstayFailureReportingFilter(FailureReporter reporter) {
		FilterRegistrationBean<FailureReportingFilter> registration = new FilterRegistrationBean<>(
				new FailureReportingFilter(reporter));
		registration.setOrder(FILTER_ORDER);
		registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
		return registration;
	}

	@Bean
	FeatureStatus mainstayFailureReporterStatus() {
		return FeatureStatus.on("failure-reporter");
	}

	/**
	 * What drops the container's own line, where the log is Logback's.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(LoggerContext.class)
	static class LogbackConfiguration {

		@Bean
		RepeatedFailureFilterRegistration mainstayRepeatedFailureFilter(ReportedFailures reported) {
			return new RepeatedFailureFilterRegistration(reported);
		}

	}

}
