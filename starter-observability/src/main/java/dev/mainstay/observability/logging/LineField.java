package dev.mainstay.observability.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Some fields of a line. Used by all threads at once.
 */
@FunctionalInterface
interface LineField {

	void write(Line line, ILoggingEvent event);

}
