package dev.mainstay.resilience.idempotency.servlet;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The writer of a recorded response. It keeps nothing back itself, because nobody would
 * flush it when the answer is complete, as the container does with its own.
 * <p>
 * A subclass of a print writer writes inside a monitor, and a client that is slow would
 * pin the carrier of a virtual thread up to Java 23. So whatever writes is overridden;
 * the writer behind it has a lock of its own.
 */
final class RecordingWriter extends PrintWriter {

	private final RecordingResponse response;

	private final Writer encoder;

	RecordingWriter(RecordingResponse response, Charset charset) {
		this(response, new OutputStreamWriter(new Unflushed(response.getOutputStream()), charset));
	}

	private RecordingWriter(RecordingResponse response, Writer encoder) {
		super(encoder);
		this.response = response;
		this.encoder = encoder;
	}

	@Override
	public void write(int c) {
		write(new char[] { (char) c }, 0, 1);
	}

	@Override
	public void write(char[] characters, int offset, int length) {
		attempt(() -> this.encoder.write(characters, offset, length));
	}

	@Override
	public void write(String text, int offset, int length) {
		attempt(() -> this.encoder.write(text, offset, length));
	}

	private void attempt(Attempt write) {
		try {
			write.run();
			this.encoder.flush();
		}
		catch (IOException ex) {
			setError();
		}
	}

	@Override
	public PrintWriter format(String format, @Nullable Object... arguments) {
		return format(Locale.getDefault(Locale.Category.FORMAT), format, arguments);
	}

	@Override
	public PrintWriter format(@Nullable Locale locale, String format, @Nullable Object... arguments) {
		write(String.format(locale, format, arguments));
		return this;
	}

	@Override
	public void println() {
		write(System.lineSeparator());
	}

	@Override
	public void println(boolean value) {
		line(String.valueOf(value));
	}

	@Override
	public void println(char value) {
		line(String.valueOf(value));
	}

	@Override
	public void println(int value) {
		line(String.valueOf(value));
	}

	@Override
	public void println(long value) {
		line(String.valueOf(value));
	}

	@Override
	public void println(float value) {
		line(String.valueOf(value));
	}

	@Override
	public void println(double value) {
		line(String.valueOf(value));
	}

	@Override
	public void println(char[] value) {
		line(String.valueOf(value));
	}

	@Override
	public void println(@Nullable String value) {
		line(String.valueOf(value));
	}

	@Override
	public void println(@Nullable Object value) {
		line(String.valueOf(value));
	}

	private void line(String text) {
		write(text.concat(System.lineSeparator()));
	}

	@Override
	public void flush() {
		try {
			this.response.flushHeld();
		}
		catch (IOException ex) {
			setError();
		}
	}

	@Override
	public void close() {
		try {
			this.encoder.close();
		}
		catch (IOException ex) {
			setError();
		}
	}

	/**
	 * Writes something.
	 */
	@FunctionalInterface
	private interface Attempt {

		void run() throws IOException;

	}

	/**
	 * Takes the characters that are encoded, and only them.
	 */
	private static final class Unflushed extends FilterOutputStream {

		Unflushed(OutputStream stream) {
			super(stream);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			this.out.write(bytes, offset, length);
		}

		@Override
		public void flush() {
		}

	}

}
