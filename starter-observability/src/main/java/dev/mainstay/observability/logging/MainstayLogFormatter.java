package dev.mainstay.observability.logging;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.mainstay.observability.masking.MaskingEngine;

import org.springframework.boot.logging.structured.StructuredLogFormatter;
import org.springframework.core.env.Environment;

/**
 * Formats a log event as one line of JSON, with every secret in it masked. The fields are
 * those of the JSON Schema {@code META-INF/mainstay/log-schema-1.json}.
 * <p>
 * Total: a line that parses comes out for every event, with its core fields, whatever the
 * application logs; if the event cannot be encoded, the line has the core fields only and
 * the tag {@value MinimalLine#TAG}. Called by the logging system on the thread that logs;
 * thread-safe, never throws.
 * <p>
 * Used by naming this class as {@code logging.structured.format.console} or
 * {@code logging.structured.format.file}, which the starter's defaults do.
 *
 * @since 0.1.0
 */
public final class MainstayLogFormatter implements StructuredLogFormatter<ILoggingEvent> {

	private final LineSettings settings;

	private final MinimalLine minimalLine;

	private final EventEncoder encoder;

	private final EventEncoder boundedEncoder;

	/**
	 * Create a formatter. Called by the logging system while it is initialised, before
	 * there is an application context.
	 * @param environment the environment with the names of the service and the properties
	 * {@code mainstay.masking.enabled}, {@code mainstay.masking.keys} and
	 * {@code mainstay.logging.max-line-size}
	 */
	public MainstayLogFormatter(Environment environment) {
		this.settings = LineSettings.of(environment);
		MaskingEngine masking = MaskingSettings.engine(this.settings.masking());
		EventEncoderFactory factory = new EventEncoderFactory(masking, this.settings.service(), this.settings.kinds());
		this.minimalLine = new MinimalLine(masking);
		this.encoder = factory.create(Line.UNBOUNDED);
		this.boundedEncoder = factory.create(this.settings.maxBytes());
	}

	@Override
	public String format(ILoggingEvent event) {
		return new String(encode(event), StandardCharsets.UTF_8);
	}

	@Override
	public byte[] formatAsBytes(ILoggingEvent event, Charset charset) {
		byte[] line = encode(event);
		LastLine.offer(event, this.settings, line);
		return StandardCharsets.UTF_8.equals(charset) ? line : AsciiJson.encode(line, charset);
	}

	/**
	 * The line of an event for an appender that follows those that write. Called on the
	 * thread that logs.
	 * @param event the event
	 * @return the line that a formatter with the same settings has just made of it, in
	 * UTF-8, or else a new one
	 */
	public byte[] lineOf(ILoggingEvent event) {
		byte[] line = LastLine.take(event, this.settings);
		return (line != null) ? line : encode(event);
	}

	/**
	 * Hand the line of an event to a reader, in place of {@link #lineOf}. Called on the
	 * thread that logs.
	 * @param event the event
	 * @param reader takes what is in the line
	 */
	public void read(ILoggingEvent event, LineReader reader) {
		if (!LastLine.read(event, this.settings, reader)) {
			LastLine.read(encode(event), reader);
		}
	}

	/**
	 * From now on, lines are held for {@link #lineOf} and {@link #read}. Called once when
	 * the appender starts.
	 */
	public void followOthers() {
		LastLine.addTaker();
	}

	/**
	 * No lines are held any more. Called once when the appender stops.
	 */
	public void followNobody() {
		LastLine.removeTaker();
	}

	/** Most lines are short, so that none is measured before it is too long. */
	private byte[] encode(ILoggingEvent event) {
		try {
			byte[] line = this.encoder.encode(event);
			return (line.length <= this.settings.maxBytes()) ? line : encodeBounded(event);
		}
		catch (Exception | Error ex) {
			return encodeMinimal(event);
		}
	}

	private byte[] encodeBounded(ILoggingEvent event) {
		byte[] line = this.boundedEncoder.encode(event);
		return (line.length <= this.settings.maxBytes()) ? line : encodeMinimal(event);
	}

	private byte[] encodeMinimal(ILoggingEvent event) {
		LineCounters.failed();
		LastLine.discard();
		return this.minimalLine.encode(event);
	}

}
