package dev.mainstay.core.hardening.probe.servlet;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;

/**
 * Keeps the body of an answer. For one thread.
 */
final class ProbeOutput extends ServletOutputStream {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	PrintWriter writer() {
		return new PrintWriter(this.bytes, false, StandardCharsets.UTF_8);
	}

	String text() {
		return this.bytes.toString(StandardCharsets.UTF_8);
	}

	void reset() {
		this.bytes.reset();
	}

	@Override
	public void write(int value) {
		this.bytes.write(value);
	}

	@Override
	public void write(byte[] values, int offset, int length) {
		this.bytes.write(values, offset, length);
	}

	@Override
	public boolean isReady() {
		return true;
	}

	@Override
	public void setWriteListener(WriteListener listener) {
		throw new IllegalStateException("The answer to a probe is not asynchronous");
	}

}
