package dev.mainstay.core.request.servlet;

import java.io.PrintWriter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Tells the watch of the head what is written to its writer. The number of bytes is the
 * highest that the charset can make of the characters. The lines and formats of a
 * {@link PrintWriter} are written under its lock, which would keep a virtual thread from
 * leaving its carrier for as long as a client is slow; here, as in Tomcat's own writer,
 * they are not.
 */
final class WatchedWriter extends PrintWriter {

	private final HeadWatch head;

	private final PrintWriter delegate;

	private final float bytesPerChar;

	WatchedWriter(HeadWatch head, PrintWriter delegate, float bytesPerChar) {
		super(delegate);
		this.head = head;
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
		this.head.afterWrite();
	}

	@Override
	public void write(char[] chars, int offset, int length) {
		beforeWrite(length);
		this.delegate.write(chars, offset, length);
		this.head.afterWrite();
	}

	@Override
	public void write(String text, int offset, int length) {
		beforeWrite(length);
		this.delegate.write(text, offset, length);
		this.head.afterWrite();
	}

	@Override
	public void println() {
		beforeWrite(2);
		this.delegate.println();
		this.head.afterWrite();
	}

	@Override
	public void println(boolean x) {
		print(x);
		println();
	}

	@Override
	public void println(char x) {
		print(x);
		println();
	}

	@Override
	public void println(int x) {
		print(x);
		println();
	}

	@Override
	public void println(long x) {
		print(x);
		println();
	}

	@Override
	public void println(float x) {
		print(x);
		println();
	}

	@Override
	public void println(double x) {
		print(x);
		println();
	}

	@Override
	public void println(char[] x) {
		print(x);
		println();
	}

	@Override
	public void println(@Nullable String x) {
		print(x);
		println();
	}

	@Override
	public void println(@Nullable Object x) {
		print(x);
		println();
	}

	@Override
	public PrintWriter format(String format, @Nullable Object... args) {
		write(String.format(format, args));
		return this;
	}

	@Override
	public PrintWriter format(@Nullable Locale locale, String format, @Nullable Object... args) {
		write(String.format(locale, format, args));
		return this;
	}

	private void beforeWrite(int chars) {
		this.head.beforeWrite((long) Math.ceil(chars * (double) this.bytesPerChar));
	}

	@Override
	public void flush() {
		this.head.beforeSend();
		this.delegate.flush();
		this.head.afterWrite();
	}

	@Override
	public void close() {
		this.head.beforeSend();
		this.delegate.close();
		this.head.afterWrite();
	}

	@Override
	public boolean checkError() {
		return this.delegate.checkError();
	}

}
