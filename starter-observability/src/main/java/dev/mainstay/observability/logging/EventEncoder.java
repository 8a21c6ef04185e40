package dev.mainstay.observability.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Turns an event into the bytes of its line.
 */
@FunctionalInterface
interface EventEncoder {

	byte[] encode(ILoggingEvent event);

}
