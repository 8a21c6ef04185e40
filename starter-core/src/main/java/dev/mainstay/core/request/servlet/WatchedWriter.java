package dev.mainstay.core.request.servlet;

import java.io.PrintWriter;

/**
 * Tells the response of what is written to its writer. The number of bytes is the highest
 * that the charset can make of the characters.
 */
final class WatchedWriter extends PrintWriter {

	private final WatchedResponse response;

	private final PrintWriter delegate;

	private final float bytesPerChar;

	WatchedWriter(WatchedResponse response, PrintWriter delegate, float bytesPerChar) {
		super(delegate);
		this.response = response;
		this.delegate = delegate;
		this.bytesPerChar = bytesPerChar;
	}

	boolean isFor(PrintWriter writer) {
		return this.delegate == writer;
	}

	@Override
	public void write(int c) {
		beforeWrite(1);
		this.delegate.write(c);
		this.response.afterWrite();
	}

	@Override
	public void write(char[] chars, int offset, int length) {
		beforeWrite(length);
		this.delegate.write(chars, offset, length);
		this.response.afterWrite();
	}

	@Override
	public void write(String text, int offset, int length) {
		beforeWrite(length);
		this.delegate.write(text, offset, length);
		this.response.afterWrite();
	}

	@Override
	public void println() {
		beforeWrite(2);
		this.delegate.println();
		this.response.afterWrite();
	}

	private void beforeWrite(int chars) {
		this.response.beforeWrite((long) Math.ceil(chars * (double) this.bytesPerChar));
	}

	@Override
	public void flush() {
		this.response.beforeSend();
		this.delegate.flush();
		this.response.afterWrite();
	}

	@Override
	public void close() {
		this.response.beforeSend();
		this.delegate.close();
		this.response.afterWrite();
	}

	@Override
	public boolean checkError() {
		return this.delegate.checkError();
	}

}
