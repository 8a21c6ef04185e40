package dev.mainstay.observability.tracing.background.autoconfigure;

import ch.qos.logback.classic.LoggerContext;
import dev.mainstay.core.failure.FailureListener;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.observability.tracing.background.BackgroundFailures;
import dev.mainstay.observability.tracing.background.BackgroundWork;
import dev.mainstay.observability.tracing.background.DefaultFailureLinesRegistration;
import dev.mainstay.observability.tracing.background.ExecutorPostProcessor;
import dev.mainstay.observability.tracing.background.ScheduledTasks;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.tracing.Tracer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of work in the background. Does not ask whether requests are traced:
 * without a trace there is the id of the request to carry.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnClass({ Tracer.class, ContextSnapshot.class })
@ConditionalOnBooleanProperty(name = { Switch.MAINSTAY, BackgroundAutoConfiguration.ENABLED }, matchIfMissing = true)
public final class BackgroundAutoConfiguration {

	static final String ENABLED = "mainstay.tracing.background.enabled";

	@Bean
	BackgroundWork mainstayBackgroundWork() {
		return new BackgroundWork(System::nanoTime);
	}

	@Bean
	BackgroundFailures mainstayBackgroundFailures(ObjectProvider<FailureListener> listeners,
			ObjectProvider<Tracer> tracer) {
		return new BackgroundFailures(() -> listeners.orderedStream().toList(), tracer::getIfAvailable);
	}

	@Bean
	static ExecutorPostProcessor mainstayExecutorPostProcessor(ObjectProvider<BackgroundWork> work,
			ObjectProvider<BackgroundFailures> failures, Environment environment) {
		return new ExecutorPostProcessor(work::getObject, failures::getObject, Switch.isOn(environment, ENABLED));
	}

	@Bean
	ScheduledTasks mainstayScheduledTasks(BackgroundWork work, BackgroundFailures failures, Environment environment) {
		return new ScheduledTasks(work, failures, Switch.isOn(environment, ENABLED));
	}

	@Bean
	BackgroundStatus mainstayBackgroundStatus(Environment environment) {
		return new BackgroundStatus(Switch.isOn(environment, ENABLED));
	}

	/**
	 * Where the log is Logback's.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(LoggerContext.class)
	static class LogbackConfiguration {

		/** Nobody asks for it, so it would never be created where beans are lazy. */
		@Bean
		@Lazy(false)
		DefaultFailureLinesRegistration mainstayBackgroundFailureLines(BackgroundFailures failures,
				Environment environment) {
			return new DefaultFailureLinesRegistration(failures, Switch.isOn(environment, ENABLED));
		}

	}

}
