package dev.mainstay.observability.logging;

import java.io.ByteArrayOutputStream;

import ch.qos.logback.classic.spi.ILoggingEvent;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectMapper;

/**
 * A generator and the bytes that it has written, for one line after the other. Not
 * thread-safe; not to be used again once a line has failed.
 */
final class LineBuffer {

	/** Longer than most lines. */
	private static final int USUAL = 2048;

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL);

	private final JsonGenerator generator;

	private int longest;

	LineBuffer(ObjectMapper mapper) {
		this.generator = new LineGenerator(mapper.createGenerator(this.bytes));
	}

	byte[] write(LineFields fields, ILoggingEvent event) {
		this.bytes.reset();
		this.generator.writeStartObject();
		fields.write(this.generator, event);
		this.generator.writeEndObject();
		this.generator.flush();
		this.bytes.write('\n');
		this.longest = Math.max(this.longest, this.bytes.size());
		return this.bytes.toByteArray();
	}

	/** How many bytes the longest line had. */
	int longest() {
		return this.longest;
	}

}
