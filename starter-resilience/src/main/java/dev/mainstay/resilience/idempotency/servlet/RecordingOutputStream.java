package dev.mainstay.resilience.idempotency.servlet;

import java.io.IOException;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;

/**
 * The stream of a recorded response.
 */
final class RecordingOutputStream extends ServletOutputStream {

	private final RecordingResponse response;

	RecordingOutputStream(RecordingResponse response) {
		this.response = response;
	}

	@Override
	public void write(int b) throws IOException {
		write(new byte[] { (byte) b }, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		this.response.write(bytes, offset, length);
	}

	@Override
	public void flush() throws IOException {
		this.response.flushHeld();
	}

	@Override
	public void close() throws IOException {
		if (this.response.isPassing()) {
			this.response.target().close();
		}
	}

	@Override
	public boolean isReady() {
		try {
			return !this.response.isPassing() || this.response.target().isReady();
		}
		catch (IOException ex) {
			return true;
		}
	}

	@Override
	public void setWriteListener(WriteListener listener) {
		try {
			this.response.pass();
			this.response.target().setWriteListener(listener);
		}
		catch (IOException ex) {
			listener.onError(ex);
		}
	}

}
