package dev.mainstay.observability.errorgroups;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * The requests that failed last, by their ids. Bounded in number and in bytes.
 * Thread-safe.
 */
final class FailedRequests {

	private final Map<String, FailedRequest> requests = new LinkedHashMap<>();

	private final int max;

	private final long maxBytes;

	private long bytes;

	FailedRequests(int max, long maxBytes) {
		this.max = max;
		this.maxBytes = maxBytes;
	}

	synchronized void add(FailedRequest request) {
		FailedRequest before = this.requests.remove(request.requestId());
		if (before != null) {
			this.bytes -= before.bytes();
		}
		FailedRequest now = (before != null) ? before.and(request) : request;
		this.requests.put(now.requestId(), now);
		this.bytes += now.bytes();
		shrink();
	}

	private void shrink() {
		Iterator<FailedRequest> oldest = this.requests.values().iterator();
		while ((this.requests.size() > this.max || this.bytes > this.maxBytes) && oldest.hasNext()) {
			this.bytes -= oldest.next().bytes();
			oldest.remove();
		}
	}

	/** The request after the change, {@code null} if it did not fail. */
	synchronized @Nullable FailedRequest change(String requestId, UnaryOperator<FailedRequest> change) {
		FailedRequest before = this.requests.get(requestId);
		if (before == null) {
			return null;
		}
		FailedRequest after = change.apply(before);
		this.requests.put(requestId, after);
		this.bytes += after.bytes() - before.bytes();
		shrink();
		return after;
	}

	synchronized @Nullable FailedRequest find(String requestId) {
		return this.requests.get(requestId);
	}

	synchronized int size() {
		return this.requests.size();
	}

	synchronized long bytes() {
		return this.bytes;
	}

}
