package dev.mainstay.observability.tracing.sampling;

import java.time.Duration;

/**
 * How much a buffer holds.
 *
 * @param traces how many undecided traces
 * @param bytes how many bytes their spans take, estimated
 * @param spans how many spans of one trace
 * @param patience how long the end of a request is waited for after the end of its span,
 * and late spans of a trace that was kept after that
 */
record BufferLimits(int traces, long bytes, int spans, Duration patience) {

	private static final int TRACES = 10_000;

	private static final int SPANS = 1000;

	private static final long MAX_BYTES = 32L << 20;

	private static final long PART_OF_HEAP = 16;

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	/** 32 MB, or a sixteenth of a heap that is smaller than 512 MB. */
	static BufferLimits ofHeap(long heap) {
		return new BufferLimits(TRACES, Math.min(MAX_BYTES, heap / PART_OF_HEAP), SPANS, PATIENCE);
	}

}
