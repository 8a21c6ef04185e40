package dev.mainstay.benchmarks.calls;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A time that passes only from one thing that happens to the next.
 */
final class Timeline {

	private final PriorityQueue<Event> events = new PriorityQueue<>(
			Comparator.comparingLong(Event::at).thenComparingLong(Event::number));

	private long now;

	private long number;

	long now() {
		return this.now;
	}

	void after(Duration delay, Runnable what) {
		this.events.add(new Event(this.now + delay.toNanos(), this.number++, what));
	}

	/** Let everything happen, until nothing is left to. */
	void run() {
		for (Event event = this.events.poll(); event != null; event = this.events.poll()) {
			this.now = event.at();
			event.what().run();
		}
	}

	private record Event(long at, long number, Runnable what) {
	}

}
