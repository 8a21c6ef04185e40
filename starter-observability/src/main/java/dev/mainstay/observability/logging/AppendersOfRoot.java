package dev.mainstay.observability.logging;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.spi.AppenderAttachable;

/**
 * The appenders that what is logged ends up in. Reached only with Logback.
 */
final class AppendersOfRoot {

	private AppendersOfRoot() {
	}

	static List<? extends Appender<?>> of(LoggerContext context) {
		return leaves(context.getLogger(Logger.ROOT_LOGGER_NAME))
			.filter((appender) -> !(appender instanceof SilentAppender))
			.toList();
	}

	/** Appenders can be wrapped, by asynchronous ones above all. */
	private static <E> Stream<Appender<?>> leaves(AppenderAttachable<E> parent) {
		Iterator<Appender<E>> children = parent.iteratorForAppenders();
		return StreamSupport.stream(Spliterators.spliteratorUnknownSize(children, Spliterator.ORDERED), false)
			.flatMap(AppendersOfRoot::leavesOf);
	}

	private static Stream<Appender<?>> leavesOf(Appender<?> appender) {
		return (appender instanceof AppenderAttachable<?> parent) ? leaves(parent) : Stream.of(appender);
	}

}
