package dev.mainstay.benchmarks.calls;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * An exact record of the requests and retries of a time that slides along.
 */
final class Recent {

	private final Timeline time;

	private final long length;

	private final Deque<Long> requests = new ArrayDeque<>();

	private final Deque<Long> retries = new ArrayDeque<>();

	Recent(Timeline time, Duration length) {
		this.time = time;
		this.length = length.toNanos();
	}

	void requested() {
		this.requests.add(this.time.now());
		forget(this.requests);
	}

	void retried() {
		this.retries.add(this.time.now());
		forget(this.retries);
		forget(this.requests);
	}

	/** How many retries there are for a request, at the time of one. */
	double ratio() {
		return (double) this.retries.size() / this.requests.size();
	}

	int retries() {
		return this.retries.size();
	}

	private void forget(Deque<Long> times) {
		while (!times.isEmpty() && times.getFirst() <= this.time.now() - this.length) {
			times.removeFirst();
		}
	}

}
