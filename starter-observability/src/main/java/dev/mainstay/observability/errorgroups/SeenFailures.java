package dev.mainstay.observability.errorgroups;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Remembers failures by the identity of their root causes, and the requests that met
 * them: one that is logged, wrapped, thrown again and logged once more is still one, but
 * an instance that fails two requests has failed twice. Keeps no failure in memory, and
 * remembers a bounded number. Thread-safe.
 */
final class SeenFailures {

	static final int CAPACITY = 10_000;

	/** Of an instance that is thrown again and again. */
	private static final int MAX_REQUESTS = 100;

	/** Whoever told of it did not know the request. */
	private static final String SOME_REQUEST = "";

	private final Map<Key, Set<String>> seen = new LinkedHashMap<>();

	private final ReferenceQueue<Throwable> collected = new ReferenceQueue<>();

	/**
	 * Whether a failure is seen for the first time.
	 * @param root the root cause
	 * @param requestId the request, {@code null} if it is not known
	 */
	synchronized boolean isFirst(Throwable root, @Nullable String requestId) {
		forgetCollected();
		Key key = new Key(root, this.collected);
		Set<String> requests = this.seen.get(key);
		if (requests != null) {
			return isFirst(requests, requestId);
		}
		requests = new LinkedHashSet<>(2);
		requests.add((requestId != null) ? requestId : SOME_REQUEST);
		this.seen.put(key, requests);
		if (this.seen.size() > CAPACITY) {
			removeFirst(this.seen.keySet().iterator());
		}
		return true;
	}

	private static boolean isFirst(Set<String> requests, @Nullable String requestId) {
		if (requestId == null || requests.contains(requestId)) {
			return false;
		}
		boolean first = !requests.remove(SOME_REQUEST);
		requests.add(requestId);
		if (requests.size() > MAX_REQUESTS) {
			removeFirst(requests.iterator());
		}
		return first;
	}

	private static void removeFirst(Iterator<?> elements) {
		elements.next();
		elements.remove();
	}

	private void forgetCollected() {
		for (Reference<?> key = this.collected.poll(); key != null; key = this.collected.poll()) {
			this.seen.remove(key);
		}
	}

	synchronized int size() {
		forgetCollected();
		return this.seen.size();
	}

	/** An exception may have an equality of its own. */
	private static final class Key extends WeakReference<Throwable> {

		private final int hash;

		Key(Throwable root, ReferenceQueue<Throwable> collected) {
			super(root, collected);
			this.hash = System.identityHashCode(root);
		}

		@Override
		public boolean equals(Object other) {
			Throwable root = get();
			return this == other || (root != null && other instanceof Key key && key.refersTo(root));
		}

		@Override
		public int hashCode() {
			return this.hash;
		}

	}

}
