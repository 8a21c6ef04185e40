package dev.mainstay.core.hardening.probe.servlet;

import java.io.ByteArrayInputStream;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;

/**
 * The body of a probe, which is there at once. For one thread.
 */
final class ProbeInput extends ServletInputStream {

	private final ByteArrayInputStream input;

	ProbeInput(byte[] body) {
		this.input = new ByteArrayInputStream(body);
	}

	@Override
	public int read() {
		return this.input.read();
	}

	@Override
	public boolean isFinished() {
		return this.input.available() == 0;
	}

	@Override
	public boolean isReady() {
		return true;
	}

	@Override
	public void setReadListener(ReadListener listener) {
		throw new IllegalStateException("A probe is not asynchronous");
	}

}
