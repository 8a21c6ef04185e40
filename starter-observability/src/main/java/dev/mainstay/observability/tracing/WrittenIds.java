package dev.mainstay.observability.tracing;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Tells the ids that were written into the MDC from those that an application has put
 * there: each is a copy, and whoever copies an MDC copies the reference to it. Nothing of
 * this is seen in a log line, as a mark beside the ids would be; an id of the application
 * with the same characters is not taken for one of these; and an id is known for exactly
 * as long as an MDC or an event holds it. Thread-safe.
 */
final class WrittenIds {

	private final ConcurrentMap<String, Copy> copies = new ConcurrentHashMap<>();

	private final ReferenceQueue<String> gone = new ReferenceQueue<>();

	/** The one copy of an id, to be written. */
	String copyOf(String id) {
		while (true) {
			Copy copy = this.copies.get(id);
			String known = (copy != null) ? copy.get() : null;
			if (known != null) {
				return known;
			}
			removeGone();
			this.copies.computeIfAbsent(id, Copy::new);
		}
	}

	boolean contains(String id) {
		Copy copy = this.copies.get(id);
		return copy != null && copy.refersTo(id);
	}

	int size() {
		return this.copies.size();
	}

	private void removeGone() {
		Reference<?> reference = this.gone.poll();
		while (reference != null) {
			Copy copy = (Copy) reference;
			this.copies.remove(copy.id, copy);
			reference = this.gone.poll();
		}
	}

	private final class Copy extends WeakReference<String> {

		private final String id;

		Copy(String id) {
			super(new String(id), WrittenIds.this.gone);
			this.id = id;
		}

	}

}
