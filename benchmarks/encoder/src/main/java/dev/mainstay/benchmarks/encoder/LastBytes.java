package dev.mainstay.benchmarks.encoder;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.encoder.Encoder;

/**
 * Keeps the line of the last event, in the place of a console.
 */
final class LastBytes extends UnsynchronizedAppenderBase<ILoggingEvent> {

	private final Encoder<ILoggingEvent> encoder;

	private byte[] last = {};

	LastBytes(Encoder<ILoggingEvent> encoder) {
		this.encoder = encoder;
	}

	@Override
	protected void append(ILoggingEvent event) {
		this.last = this.encoder.encode(event);
	}

	byte[] last() {
		return this.last;
	}

}
