package dev.mainstay.resilience.idempotency.servlet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.servlet.ServletOutputStream;

/**
 * Holds the body of an answer back, up to a limit. Locks rather than synchronizes, as a
 * slow client must not pin the carrier of a virtual thread. Thread-safe, because a
 * handler may write on a thread of its own while the container's thread lets the answer
 * pass.
 */
final class AnswerBuffer {

	private final int limit;

	private final Target target;

	private final Runnable onPassing;

	private final ReentrantLock lock = new ReentrantLock();

	private final ByteArrayOutputStream held = new ByteArrayOutputStream();

	private volatile boolean passing;

	AnswerBuffer(int limit, Target target, Runnable onPassing) {
		this.limit = limit;
		this.target = target;
		this.onPassing = onPassing;
	}

	boolean isPassing() {
		return this.passing;
	}

	byte[] bytes() {
		this.lock.lock();
		try {
			return this.held.toByteArray();
		}
		finally {
			this.lock.unlock();
		}
	}

	void write(byte[] bytes, int offset, int length, boolean stream) throws IOException {
		this.lock.lock();
		try {
			if (stream || this.held.size() + length > this.limit) {
				pass();
			}
			if (this.passing) {
				this.target.stream().write(bytes, offset, length);
			}
			else {
				this.held.write(bytes, offset, length);
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Send what is held, and let everything else pass. */
	void pass() throws IOException {
		this.lock.lock();
		try {
			if (!this.passing) {
				this.onPassing.run();
				send();
				this.passing = true;
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Send what is held. */
	void send() throws IOException {
		this.lock.lock();
		try {
			if (this.held.size() > 0) {
				this.held.writeTo(this.target.stream());
				this.held.reset();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Drop what is held. */
	void discard() {
		this.lock.lock();
		try {
			this.held.reset();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Where the answer goes.
	 */
	@FunctionalInterface
	interface Target {

		ServletOutputStream stream() throws IOException;

	}

}
