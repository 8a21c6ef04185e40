package dev.mainstay.observability.errorgroups;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the last events of the log of each request that is under way, for the case that
 * it fails. Bounded in events of a request, and in bytes over all requests: when these
 * are used up, the request that has logged nothing for the longest time is forgotten.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class FlightRecorder {

	/** So that threads seldom wait for each other. A power of two. */
	private static final int STRIPES = 8;

	private final Stripe[] stripes = new Stripe[STRIPES];

	private final int eventsOfRequest;

	/**
	 * Create a recorder.
	 * @param maxBytes what all events may take
	 * @param eventsOfRequest how many are kept of a request
	 */
	public FlightRecorder(long maxBytes, int eventsOfRequest) {
		this.eventsOfRequest = eventsOfRequest;
		for (int i = 0; i < STRIPES; i++) {
			this.stripes[i] = new Stripe(maxBytes / STRIPES, eventsOfRequest);
		}
	}

	/**
	 * Keep an event.
	 * @param requestId the request that it belongs to
	 * @param event the event
	 */
	public void record(String requestId, RecordedEvent event) {
		if (this.eventsOfRequest > 0) {
			stripe(requestId).add(requestId, event);
		}
	}

	/** The last events of a request, the oldest first. */
	List<RecordedEvent> events(String requestId) {
		return stripe(requestId).events(requestId);
	}

	/** Called when the request has ended. */
	void forget(String requestId) {
		stripe(requestId).forget(requestId);
	}

	long bytes() {
		long bytes = 0;
		for (Stripe stripe : this.stripes) {
			bytes += stripe.bytes();
		}
		return bytes;
	}

	private Stripe stripe(String requestId) {
		int hash = requestId.hashCode();
		return this.stripes[(hash ^ (hash >>> 16)) & (STRIPES - 1)];
	}

	/** The events of some requests, the one that logged last at the end. */
	private static final class Stripe {

		private final Map<String, Deque<RecordedEvent>> requests = new LinkedHashMap<>(16, 0.75f, true);

		private final long maxBytes;

		private final int eventsOfRequest;

		private long bytes;

		Stripe(long maxBytes, int eventsOfRequest) {
			this.maxBytes = maxBytes;
			this.eventsOfRequest = eventsOfRequest;
		}

		synchronized void add(String requestId, RecordedEvent event) {
			Deque<RecordedEvent> events = this.requests.computeIfAbsent(requestId, (key) -> new ArrayDeque<>(4));
			if (events.size() >= this.eventsOfRequest) {
				this.bytes -= events.removeFirst().bytes();
			}
			events.addLast(event);
			this.bytes += event.bytes();
			if (this.bytes > this.maxBytes) {
				forgetLongestIdle();
			}
		}

		private void forgetLongestIdle() {
			Iterator<Deque<RecordedEvent>> longestIdle = this.requests.values().iterator();
			while (this.bytes > this.maxBytes && longestIdle.hasNext()) {
				this.bytes -= drain(longestIdle.next());
				longestIdle.remove();
			}
		}

		synchronized List<RecordedEvent> events(String requestId) {
			Deque<RecordedEvent> events = this.requests.get(requestId);
			return (events != null) ? List.copyOf(events) : List.of();
		}

		synchronized void forget(String requestId) {
			Deque<RecordedEvent> events = this.requests.remove(requestId);
			if (events != null) {
				this.bytes -= drain(events);
			}
		}

		synchronized long bytes() {
			return this.bytes;
		}

		/** Takes them out, because an iterator would be made for each request. */
		private static long drain(Deque<RecordedEvent> events) {
			long bytes = 0;
			for (RecordedEvent event = events.pollFirst(); event != null; event = events.pollFirst()) {
				bytes += event.bytes();
			}
			return bytes;
		}

	}

}
