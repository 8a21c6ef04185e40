package dev.mainstay.resilience.idempotency.servlet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Serves a body that was read before.
 */
final class BodyInputStream extends ServletInputStream {

	private final InputStream body;

	private boolean finished;

	BodyInputStream(InputStream body) {
		this.body = body;
	}

	@Override
	public int read() throws IOException {
		int value = this.body.read();
		this.finished = this.finished || value < 0;
		return value;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		int count = this.body.read(bytes, offset, length);
		this.finished = this.finished || count < 0;
		return count;
	}

	@Override
	public int available() throws IOException {
		return this.body.available();
	}

	@Override
	public boolean isFinished() {
		return this.finished || exhausted();
	}

	/** What is in memory is at its end when nothing is available. */
	private boolean exhausted() {
		try {
			return this.body instanceof ByteArrayInputStream && this.body.available() == 0;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public boolean isReady() {
		return true;
	}

	@Override
	public void setReadListener(@Nullable ReadListener listener) {
		if (listener == null) {
			throw new NullPointerException("listener");
		}
		try {
			if (!isFinished()) {
				listener.onDataAvailable();
			}
			if (isFinished()) {
				listener.onAllDataRead();
			}
		}
		catch (IOException ex) {
			listener.onError(ex);
		}
	}

}
