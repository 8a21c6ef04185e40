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

	private final EventEncoderFactory factory;

	private final MinimalLine minimalLine;

	private volatile EventEncoder encoder;

	/**
	 * Create a formatter. Called by the logging system while it is initialised, before
	 * there is an application context.
	 * @param environment the environment with the names of the service and the properties
	 * {@code mainstay.masking.enabled} and {@code mainstay.masking.keys}
	 */
	public MainstayLogFormatter(Environment environment) {
		MaskingEngine masking = MaskingSettings.engine(environment);
		this.factory = new EventEncoderFactory(masking, ServiceIdentity.of(environment));
		this.minimalLine = new MinimalLine(masking);
		this.encoder = this.factory.create();
	}

	@Override
	public String format(ILoggingEvent event) {
		return new String(encode(event), StandardCharsets.UTF_8);
	}

	@Override
	public byte[] formatAsBytes(ILoggingEvent event, Charset charset) {
		byte[] line = encode(event);
		return StandardCharsets.UTF_8.equals(charset) ? line : AsciiJson.encode(line, charset);
	}

	private byte[] encode(ILoggingEvent event) {
		try {
			return this.encoder.encode(event);
		}
		catch (Exception ex) {
			return this.minimalLine.encode(event);
		}
		catch (Error ex) {
			// The encoder keeps a generator per thread and does not expect it to be left
			// half-way by, say, the end of the stack.
			this.encoder = this.factory.create();
			return this.minimalLine.encode(event);
		}
	}

}
