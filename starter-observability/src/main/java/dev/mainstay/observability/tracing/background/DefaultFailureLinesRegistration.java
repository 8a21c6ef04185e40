package dev.mainstay.observability.tracing.background;

import ch.qos.logback.classic.LoggerContext;
import dev.mainstay.core.failure.logback.SharedTurboFilter;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/**
 * Gives the lines of Spring about failures in the background their ids for as long as the
 * application runs.
 *
 * @since 0.1.0
 */
public final class DefaultFailureLinesRegistration implements InitializingBean, DisposableBean {

	private final DefaultFailureLines filter;

	private final boolean active;

	/**
	 * Create the registration.
	 * @param failures where failures are reported
	 * @param active whether it does anything; read at run time, because in an
	 * AOT-processed application it is there whatever the properties say
	 */
	public DefaultFailureLinesRegistration(BackgroundFailures failures, boolean active) {
		this.filter = new DefaultFailureLines(failures);
		this.active = active;
	}

	@Override
	public void afterPropertiesSet() {
		if (this.active && LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
			SharedTurboFilter.add(context, this.filter);
		}
	}

	@Override
	public void destroy() {
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
			SharedTurboFilter.remove(context, this.filter);
		}
	}

}
