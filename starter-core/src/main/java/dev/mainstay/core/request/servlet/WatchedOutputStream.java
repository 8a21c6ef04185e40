package dev.mainstay.core.request.servlet;

import java.io.IOException;
import java.nio.ByteBuffer;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;

/**
 * Tells the response of what is written to its stream.
 */
final class WatchedOutputStream extends ServletOutputStream {

	private final WatchedResponse response;

	private final ServletOutputStream delegate;

	WatchedOutputStream(WatchedResponse response, ServletOutputStream delegate) {
		this.response = response;
		this.delegate = delegate;
	}

	boolean isFor(ServletOutputStream stream) {
		return this.delegate == stream;
	}

	@Override
	public void write(int b) throws IOException {
		this.response.beforeWrite(1);
		this.delegate.write(b);
		this.response.afterWrite();
	}

	@Override
	public void write(byte[] bytes) throws IOException {
		write(bytes, 0, bytes.length);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		this.response.beforeWrite(length);
		this.delegate.write(bytes, offset, length);
		this.response.afterWrite();
	}

	@Override
	public void write(ByteBuffer buffer) throws IOException {
		this.response.beforeWrite(buffer.remaining());
		this.delegate.write(buffer);
		this.response.afterWrite();
	}

	@Override
	public void flush() throws IOException {
		this.response.beforeSend();
		this.delegate.flush();
		this.response.afterWrite();
	}

	@Override
	public void close() throws IOException {
		this.response.beforeSend();
		this.delegate.close();
		this.response.afterWrite();
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
