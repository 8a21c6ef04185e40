package dev.mainstay.observability.tracing.sampling;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.ReadableSpan;

/**
 * Holds the spans of traces that nobody has chosen, until it is known whether they are
 * kept. Each method returns the spans that are to be exported now. Thread-safe, by one
 * lock that is held for less than a microsecond.
 */
final class TraceBuffer {

	/** What the id of a span takes here, with its places. */
	private static final long ID = 120;

	private final BufferLimits limits;

	private final LongSupplier nanoTime;

	private final Map<String, LocalTrace> bySpan = new HashMap<>();

	/** In the order in which they began. */
	private final Set<LocalTrace> undecided = new LinkedHashSet<>();

	/** Those of them whose root has ended, in the order in which it did. */
	private final Set<LocalTrace> settled = new LinkedHashSet<>();

	private final KeptTraces kept = new KeptTraces();

	private final Map<TraceDecision, Long> decisions = new EnumMap<>(TraceDecision.class);

	private long bytes;

	TraceBuffer(BufferLimits limits, LongSupplier nanoTime) {
		this.limits = limits;
		this.nanoTime = nanoTime;
	}

	synchronized List<ReadableSpan> started(SpanContext span, SpanContext parent) {
		if (parent.isValid() && !parent.isRemote()) {
			LocalTrace trace = this.bySpan.get(parent.getSpanId());
			if (trace != null) {
				add(trace, span.getSpanId());
			}
			return List.of();
		}
		LocalTrace trace = new LocalTrace(span.getSpanId());
		this.undecided.add(trace);
		add(trace, span.getSpanId());
		return expire();
	}

	private void add(LocalTrace trace, String spanId) {
		if (trace.spanIds().size() < this.limits.spans()) {
			this.bySpan.put(spanId, trace);
			if (trace.isKept()) {
				trace.started(spanId, 0);
				this.kept.added();
				return;
			}
			trace.started(spanId, ID);
			this.bytes += ID;
		}
		else {
			trace.cut();
		}
	}

	/** The end of a request is told later; everything else ends with its first span. */
	synchronized List<ReadableSpan> ended(ReadableSpan span, long size, boolean failed) {
		String spanId = span.getSpanContext().getSpanId();
		LocalTrace trace = this.bySpan.get(spanId);
		if (trace == null || trace.isKept()) {
			return (trace != null) ? List.of(span) : List.of();
		}
		trace.ended(span, size);
		this.bytes += size;
		List<ReadableSpan> released = new ArrayList<>(0);
		if (trace.isRoot(spanId)) {
			trace.rootEnded(failed, this.nanoTime.getAsLong());
			this.settled.add(trace);
			if (span.getKind() != SpanKind.SERVER) {
				released.addAll(close(trace, trace.endWithoutRequest()));
			}
		}
		released.addAll(expire());
		return released;
	}

	/** Called with any span of a trace, when the request has ended. */
	synchronized List<ReadableSpan> decide(String spanId, boolean keep) {
		LocalTrace trace = this.bySpan.get(spanId);
		return (trace == null || trace.isKept()) ? List.of()
				: close(trace, keep ? TraceDecision.KEPT : TraceDecision.DISCARDED);
	}

	/** Whether there is anything that time alone will change. */
	synchronized boolean isWaiting() {
		return !this.settled.isEmpty() || !this.kept.isEmpty();
	}

	/**
	 * Of those whose end is not told nothing more is awaited after a while, and the
	 * eldest have to go when there is no room.
	 */
	synchronized List<ReadableSpan> expire() {
		long now = this.nanoTime.getAsLong();
		long patience = this.limits.patience().toNanos();
		this.kept.forget(now, patience, this.bySpan::remove);
		List<ReadableSpan> released = new ArrayList<>(0);
		while (!this.settled.isEmpty() && this.settled.iterator().next().isSettledFor(patience, now)) {
			released.addAll(end(this.settled));
		}
		while (this.undecided.size() > this.limits.traces()
				|| (this.bytes > this.limits.bytes() && !this.undecided.isEmpty())) {
			released.addAll(end(this.undecided));
		}
		return released;
	}

	/** What has failed is not lost because nobody has said that it ended. */
	synchronized List<ReadableSpan> flush() {
		List<ReadableSpan> released = new ArrayList<>();
		List.copyOf(this.settled)
			.stream()
			.filter(LocalTrace::hasFailed)
			.forEach((trace) -> released.addAll(close(trace, TraceDecision.KEPT)));
		return released;
	}

	/** The same, and whatever is still there is counted. */
	synchronized List<ReadableSpan> drain() {
		List<ReadableSpan> released = new ArrayList<>();
		while (!this.undecided.isEmpty()) {
			released.addAll(end(this.undecided));
		}
		return released;
	}

	private List<ReadableSpan> end(Set<LocalTrace> traces) {
		LocalTrace eldest = traces.iterator().next();
		return close(eldest, eldest.endWithoutRequest());
	}

	private List<ReadableSpan> close(LocalTrace trace, TraceDecision decision) {
		this.undecided.remove(trace);
		this.settled.remove(trace);
		this.bytes -= trace.bytes();
		TraceDecision exact = (decision == TraceDecision.KEPT && trace.isCut()) ? TraceDecision.CUT : decision;
		this.decisions.merge(exact, 1L, Long::sum);
		if (decision != TraceDecision.KEPT) {
			trace.spanIds().forEach(this.bySpan::remove);
			return List.of();
		}
		this.kept.add(trace);
		return trace.keep(this.nanoTime.getAsLong());
	}

	synchronized long count(TraceDecision decision) {
		return this.decisions.getOrDefault(decision, 0L);
	}

	synchronized long bytes() {
		return this.bytes;
	}

	synchronized int traces() {
		return this.undecided.size();
	}

	synchronized int spans() {
		return this.bySpan.size();
	}

}
