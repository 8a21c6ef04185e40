package dev.mainstay.core.validation.limits.servlet;

import java.io.IOException;

import dev.mainstay.core.validation.limits.BodyMeter;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;

/**
 * Measures what is read, and fails when it is too much.
 */
final class MeasuredInputStream extends ServletInputStream {

	private final ServletInputStream delegate;

	private final BodyMeter meter;

	MeasuredInputStream(ServletInputStream delegate, BodyMeter meter) {
		this.delegate = delegate;
		this.meter = meter;
	}

	@Override
	public int read() throws IOException {
		int read = this.delegate.read();
		if (read >= 0) {
			this.meter.count(1);
		}
		return read;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		int read = this.delegate.read(bytes, offset, this.meter.allowance(length));
		if (read > 0) {
			this.meter.count(read);
		}
		return read;
	}

	@Override
	public int available() throws IOException {
		return this.delegate.available();
	}

	@Override
	public void close() throws IOException {
		this.delegate.close();
	}

	@Override
	public boolean isFinished() {
		return this.delegate.isFinished();
	}

	@Override
	public boolean isReady() {
		return this.delegate.isReady();
	}

	@Override
	public void setReadListener(ReadListener listener) {
		this.delegate.setReadListener(listener);
	}

}
