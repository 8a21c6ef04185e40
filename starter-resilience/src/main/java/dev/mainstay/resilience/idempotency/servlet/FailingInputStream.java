package dev.mainstay.resilience.idempotency.servlet;

import java.io.IOException;
import java.io.InputStream;

/**
 * Fails as the stream did that it stands for.
 */
final class FailingInputStream extends InputStream {

	private final Exception failure;

	FailingInputStream(Exception failure) {
		this.failure = failure;
	}

	@Override
	public int read() throws IOException {
		if (this.failure instanceof IOException exception) {
			throw exception;
		}
		throw (RuntimeException) this.failure;
	}

}
