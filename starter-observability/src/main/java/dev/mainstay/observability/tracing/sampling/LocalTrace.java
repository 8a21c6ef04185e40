package dev.mainstay.observability.tracing.sampling;

import java.util.ArrayList;
import java.util.List;

import io.opentelemetry.sdk.trace.ReadableSpan;
import org.jspecify.annotations.Nullable;

/**
 * The spans of this service below one that has no parent here: one for each request,
 * though several may belong to the same trace. Guarded by its {@link TraceBuffer}.
 */
final class LocalTrace {

	private final String rootId;

	private final List<String> spanIds = new ArrayList<>(4);

	private List<ReadableSpan> ended = new ArrayList<>(4);

	private long bytes;

	private boolean kept;

	private boolean cut;

	private boolean failed;

	private @Nullable Long settledAt;

	LocalTrace(String rootId) {
		this.rootId = rootId;
	}

	boolean isRoot(String spanId) {
		return this.rootId.equals(spanId);
	}

	void started(String spanId, long size) {
		this.spanIds.add(spanId);
		this.bytes += size;
	}

	List<String> spanIds() {
		return this.spanIds;
	}

	void ended(ReadableSpan span, long size) {
		this.ended.add(span);
		this.bytes += size;
	}

	long bytes() {
		return this.bytes;
	}

	/** It has more spans than there is room for. */
	void cut() {
		this.cut = true;
	}

	boolean isCut() {
		return this.cut;
	}

	void rootEnded(boolean failed, long now) {
		this.failed = failed;
		this.settledAt = now;
	}

	/** What becomes of it if the end of a request is not told. */
	TraceDecision endWithoutRequest() {
		if (this.settledAt == null) {
			return TraceDecision.EVICTED;
		}
		return this.failed ? TraceDecision.KEPT : TraceDecision.DISCARDED;
	}

	/** Whether its root has ended, or it was kept, longer ago than that. */
	boolean isSettledFor(long nanos, long now) {
		return this.settledAt != null && now - this.settledAt > nanos;
	}

	boolean hasFailed() {
		return this.failed;
	}

	boolean isKept() {
		return this.kept;
	}

	List<ReadableSpan> keep(long now) {
		this.kept = true;
		this.settledAt = now;
		List<ReadableSpan> all = this.ended;
		this.ended = List.of();
		this.bytes = 0;
		return all;
	}

}
