package dev.mainstay.observability.logging.delivery;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.AppenderAttachable;
import org.jspecify.annotations.Nullable;

/**
 * Finds the appenders of a context, those behind Logback's asynchronous one too.
 */
final class Appenders {

	private Appenders() {
	}

	static List<Appender<ILoggingEvent>> of(@Nullable Context context) {
		if (!(context instanceof LoggerContext loggers)) {
			return List.of();
		}
		return loggers.getLoggerList().stream().flatMap(Appenders::attachedTo).distinct().toList();
	}

	/** A filter is not told which appender it belongs to. */
	static @Nullable Appender<ILoggingEvent> withFilter(@Nullable Context context, Filter<ILoggingEvent> filter) {
		return of(context).stream()
			.filter((appender) -> appender.getCopyOfAttachedFiltersList().contains(filter))
			.findFirst()
			.orElse(null);
	}

	static Stream<Appender<ILoggingEvent>> attachedTo(AppenderAttachable<ILoggingEvent> parent) {
		Iterator<Appender<ILoggingEvent>> children = parent.iteratorForAppenders();
		return StreamSupport.stream(Spliterators.spliteratorUnknownSize(children, Spliterator.ORDERED), false)
			.flatMap(Appenders::withAttached);
	}

	private static Stream<Appender<ILoggingEvent>> withAttached(Appender<ILoggingEvent> appender) {
		return (appender instanceof AsyncAppender parent) ? Stream.concat(Stream.of(appender), attachedTo(parent))
				: Stream.of(appender);
	}

}
