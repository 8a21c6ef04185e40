package dev.mainstay.observability.logging.delivery;

import java.util.List;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/**
 * Lets lines pass that all filters of their appender have seen on the thread that logged
 * them: in front of those, which would ask them for what is not in them any more, or
 * count them twice.
 */
final class EncodedPass extends Filter<ILoggingEvent> {

	private EncodedPass() {
	}

	/** Filters can only be added at the end. */
	static void inFrontOf(Appender<ILoggingEvent> appender) {
		EncodedPass pass = new EncodedPass();
		pass.setContext(appender.getContext());
		pass.start();
		List<Filter<ILoggingEvent>> filters = appender.getCopyOfAttachedFiltersList();
		appender.clearAllFilters();
		appender.addFilter(pass);
		filters.stream().filter((it) -> !(it instanceof EncodedPass)).forEach(appender::addFilter);
	}

	@Override
	public FilterReply decide(ILoggingEvent event) {
		return (event instanceof EncodedEvent) ? FilterReply.ACCEPT : FilterReply.NEUTRAL;
	}

}
