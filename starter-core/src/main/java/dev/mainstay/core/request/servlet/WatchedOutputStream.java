package dev.mainstay.core.request.servlet;

import java.io.IOException;
import java.nio.ByteBuffer;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;

/**
 * Tells the watch of the head what is written to its stream.
 */
final class WatchedOutputStream extends ServletOutputStream {

	private final HeadWatch head;

	private final ServletOutputStream delegate;

	WatchedOutputStream(HeadWatch head, ServletOutputStream delegate) {
		this.head = head;
		this.delegate = delegate;
	}

	boolean isFor(ServletOutputStream stream) {
		return this.delegate == stream;
	}

	@Override
	public void write(int b) throws IOException {
		this.head.beforeWrite(1);
		this.delegate.write(b);
		this.head.afterWrite();
	}

	@Override
	public void write(byte[] bytes) throws IOException {
		write(bytes, 0, bytes.length);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		this.head.beforeWrite(length);
		this.delegate.write(bytes, offset, length);
		this.head.afterWrite();
	}

	@Override
	public void write(ByteBuffer buffer) throws IOException {
		this.head.beforeWrite(buffer.remaining());
		this.delegate.write(buffer);
		this.head.afterWrite();
	}

	@Override
	public void flush() throws IOException {
		this.head.beforeSend();
		this.delegate.flush();
		this.head.afterWrite();
	}

	@Override
	public void close() throws IOException {
		this.head.beforeSend();
		this.delegate.close();
		this.head.afterWrite();
	}

	@Override
	public boolean isReady() {
		return this.delegate.isReady();
	}

	@Override
	public void setWriteListener(WriteListener listener) {
		this.delegate.setWriteListener(listener);
	}

}
