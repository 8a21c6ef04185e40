package dev.mainstay.core.failure.logback;

import ch.qos.logback.classic.LoggerContext;
import dev.mainstay.core.failure.ReportedFailures;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/**
 * Adds the filter to the logging of the process for as long as the application runs.
 *
 * @since 0.1.0
 */
public final class RepeatedFailureFilterRegistration implements InitializingBean, DisposableBean {

	private final RepeatedFailureFilter filter;

	private final boolean active;

	/**
	 * Create the registration.
	 * @param reported what was reported
	 * @param active whether it adds the filter; read at run time, because in an
	 * AOT-processed application it is there whatever the properties say
	 */
	public RepeatedFailureFilterRegistration(ReportedFailures reported, boolean active) {
		this.filter = new RepeatedFailureFilter(reported);
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
