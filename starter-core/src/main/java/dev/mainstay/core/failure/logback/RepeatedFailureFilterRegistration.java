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

	/**
	 * Create the registration.
	 * @param reported what was reported
	 */
	public RepeatedFailureFilterRegistration(ReportedFailures reported) {
		this.filter = new RepeatedFailureFilter(reported);
	}

	@Override
	public void afterPropertiesSet() {
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
			this.filter.setContext(context);
			this.filter.start();
			context.addTurboFilter(this.filter);
		}
	}

	@Override
	public void destroy() {
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
			context.getTurboFilterList().remove(this.filter);
		}
	}

}
