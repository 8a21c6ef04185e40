package dev.mainstay.observability.logging.delivery;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.AppenderBase;

/**
 * An appender with a logger of its own that keeps what comes.
 */
final class Events extends AppenderBase<ILoggingEvent> {

	private final List<ILoggingEvent> all = new CopyOnWriteArrayList<>();

	private final LoggerContext loggers = new LoggerContext();

	Events() {
		this.loggers.setMDCAdapter(new LogbackMDCAdapter());
		setContext(this.loggers);
		setName("EVENTS");
		start();
		this.loggers.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(this);
		this.loggers.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.TRACE);
	}

	@Override
	protected void append(ILoggingEvent event) {
		this.all.add(event);
	}

	LoggerContext loggers() {
		return this.loggers;
	}

	Logger logger(String name) {
		return this.loggers.getLogger(name);
	}

	List<ILoggingEvent> all() {
		return this.all;
	}

	List<SummaryEvent> summaries() {
		return this.all.stream().filter(SummaryEvent.class::isInstance).map(SummaryEvent.class::cast).toList();
	}

	long suppressed() {
		return summaries().stream().mapToLong(Events::count).sum();
	}

	static long count(SummaryEvent summary) {
		return (long) summary.getKeyValuePairs().get(0).value;
	}

	static ILoggingEvent of(Consumer<Logger> logging) {
		Events events = new Events();
		logging.accept(events.logger("a.b.C"));
		return events.all().get(0);
	}

}
