package dev.mainstay.tests.rotation;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Does something again and again on a thread of its own, until it is closed.
 */
final class Repeated implements AutoCloseable {

	private final Set<String> seen = ConcurrentHashMap.newKeySet();

	private final Set<String> failures = ConcurrentHashMap.newKeySet();

	private final AtomicInteger times = new AtomicInteger();

	private final Thread thread;

	private volatile boolean closed;

	Repeated(Callable<String> work) {
		this.thread = new Thread(() -> run(work), "repeated");
		this.thread.start();
	}

	private void run(Callable<String> work) {
		while (!this.closed) {
			try {
				this.seen.add(work.call());
			}
			catch (Exception ex) {
				this.failures.add(ex.toString());
			}
			this.times.incrementAndGet();
		}
	}

	/** All that came of it. */
	Set<String> seen() {
		return this.seen;
	}

	Set<String> failures() {
		return this.failures;
	}

	int times() {
		return this.times.get();
	}

	@Override
	public void close() {
		this.closed = true;
		try {
			this.thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
