package dev.mainstay.resilience.idempotency.servlet;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;

/**
 * The writer of a recorded response. It keeps nothing back itself, because nobody would
 * flush it when the answer is complete, as the container does with its own.
 */
final class RecordingWriter extends PrintWriter {

	private final RecordingResponse response;

	RecordingWriter(RecordingResponse response, Charset charset) {
		super(new OutputStreamWriter(new Unflushed(response.getOutputStream()), charset));
		this.response = response;
	}

	@Override
	public void write(int c) {
		super.write(c);
		super.flush();
	}

	@Override
	public void write(char[] characters, int offset, int length) {
		super.write(characters, offset, length);
		super.flush();
	}

	@Override
	public void write(String text, int offset, int length) {
		super.write(text, offset, length);
		super.flush();
	}

	@Override
	public void println() {
		super.println();
		super.flush();
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
