package dev.mainstay.observability;

import java.util.concurrent.atomic.AtomicLong;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/**
 * Counts what an application logs beside the warnings of its telemetry.
 */
final class CountingAppender extends AppenderBase<ILoggingEvent> {

	private final AtomicLong count = new AtomicLong();

	static CountingAppender attach() {
		CountingAppender appender = new CountingAppender();
		appender.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
		appender.start();
		root().addAppender(appender);
		return appender;
	}

	private static Logger root() {
		return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
	}

	@Override
	protected void append(ILoggingEvent event) {
		if (!event.getLoggerName().equals("mainstay.telemetry")) {
			this.count.incrementAndGet();
		}
	}

	long count() {
		return this.count.get();
	}

	void detach() {
		root().detachAppender(this);
	}

}
