package dev.mainstay.observability.tracing.sampling;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * The traces that were kept and whose late spans are exported too, for a while. Guarded
 * by its {@link TraceBuffer}.
 */
final class KeptTraces {

	private static final int MAX_TRACES = 1000;

	/** About 6 MB. */
	private static final int MAX_SPANS = 50_000;

	private final Deque<LocalTrace> traces = new ArrayDeque<>();

	private int spans;

	void add(LocalTrace trace) {
		this.traces.add(trace);
		this.spans += trace.spanIds().size();
	}

	/** One more span of a trace that is here. */
	void added() {
		this.spans++;
	}

	boolean isEmpty() {
		return this.traces.isEmpty();
	}

	/**
	 * Let go what is too old, or too much.
	 * @param now the time in nanoseconds
	 * @param patience for how long a trace is here, in nanoseconds
	 * @param forgotten told of each span that is no longer here
	 */
	void forget(long now, long patience, Consumer<String> forgotten) {
		while (!this.traces.isEmpty() && (this.traces.size() > MAX_TRACES || this.spans > MAX_SPANS
				|| this.traces.element().isSettledFor(patience, now))) {
			LocalTrace trace = this.traces.remove();
			this.spans -= trace.spanIds().size();
			trace.spanIds().forEach(forgotten);
		}
	}

}
