package dev.mainstay.observability.logging.delivery;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Supplier;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;

/**
 * Writes lines that have been encoded as they are, and has all others encoded by the
 * encoder that was there before. Thread-safe if that is.
 *
 * @since 0.1.0
 */
public final class EncodedLines extends EncoderBase<ILoggingEvent> {

	private final Encoder<ILoggingEvent> encoder;

	private final Supplier<List<EncodedEvent>> waiting;

	EncodedLines(Encoder<ILoggingEvent> encoder, Supplier<List<EncodedEvent>> waiting) {
		this.encoder = encoder;
		this.waiting = waiting;
	}

	/**
	 * The encoder that makes the lines.
	 * @return the encoder
	 */
	public Encoder<ILoggingEvent> encoder() {
		return this.encoder;
	}

	@Override
	public byte[] headerBytes() {
		return this.encoder.headerBytes();
	}

	@Override
	public byte[] encode(ILoggingEvent event) {
		return (event instanceof EncodedEvent encoded) ? encoded.take() : this.encoder.encode(event);
	}

	/** The last chance of lines that wait: the stream is closed after these. */
	@Override
	public byte[] footerBytes() {
		byte[] footer = this.encoder.footerBytes();
		List<EncodedEvent> left = this.waiting.get();
		if (left.isEmpty()) {
			return footer;
		}
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		left.forEach((event) -> all.writeBytes(event.take()));
		all.writeBytes((footer != null) ? footer : new byte[0]);
		return all.toByteArray();
	}

	@Override
	public void stop() {
		this.encoder.stop();
		super.stop();
	}

}
