package dev.mainstay.observability.tracing.sampling;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.jspecify.annotations.Nullable;

/**
 * Decides at the end of a request, or of the first span of other work, whether a trace
 * that the sampler has not chosen is exported. Until then its spans wait in a buffer of a
 * limited size. Thread-safe.
 *
 * @since 0.1.0
 */
public final class TailSampling {

	private final TraceBuffer buffer;

	private final Executor later;

	private final AtomicBoolean awaited = new AtomicBoolean();

	private volatile @Nullable SpanProcessor exporting;

	/**
	 * Create a buffer for at most 10,000 traces and 32 MB, or a sixteenth of the heap.
	 */
	public TailSampling() {
		this(BufferLimits.ofHeap(Runtime.getRuntime().maxMemory()));
	}

	TailSampling(BufferLimits limits) {
		this(new TraceBuffer(limits, System::nanoTime),
				CompletableFuture.delayedExecutor(limits.patience().plusMillis(1).toNanos(), TimeUnit.NANOSECONDS));
	}

	/**
	 * Decide on what is in a buffer.
	 * @param later runs what it is given when the patience of the buffer has ended
	 */
	TailSampling(TraceBuffer buffer, Executor later) {
		this.buffer = buffer;
		this.later = later;
	}

	/**
	 * Put the buffer before what exports spans. Called once, when the tracer is set up.
	 * @param processors export each span they are given that is marked as sampled
	 * @return takes their place
	 */
	public SpanProcessor before(List<SpanProcessor> processors) {
		SpanProcessor next = SpanProcessor.composite(processors);
		this.exporting = next;
		return new Buffering(next);
	}

	/**
	 * Whether there is anything to export to, and so a reason to record what may be kept.
	 * @return whether spans are buffered
	 */
	public boolean isActive() {
		return this.exporting != null;
	}

	/**
	 * How many traces had an end.
	 * @param decision what became of them
	 * @return the count since the start
	 */
	public long count(TraceDecision decision) {
		return this.buffer.count(decision);
	}

	/**
	 * How much the spans take that wait.
	 * @return the bytes, estimated
	 */
	public long bytes() {
		return this.buffer.bytes();
	}

	/** Called with a span of the request. */
	void decide(String spanId, boolean keep) {
		release(this.buffer.decide(spanId, keep));
	}

	private void release(List<ReadableSpan> spans) {
		SpanProcessor next = this.exporting;
		if (next != null) {
			spans.forEach((span) -> next.onEnd(new KeptSpan(span)));
		}
		if (this.buffer.isWaiting() && this.awaited.compareAndSet(false, true)) {
			this.later.execute(this::expire);
		}
	}

	/** A trace may be the last one for long. */
	private void expire() {
		this.awaited.set(false);
		release(this.buffer.expire());
	}

	/**
	 * Lets pass what was chosen, and holds the rest.
	 */
	private final class Buffering implements SpanProcessor {

		private final SpanProcessor next;

		Buffering(SpanProcessor next) {
			this.next = next;
		}

		@Override
		public void onStart(Context context, ReadWriteSpan span) {
			if (this.next.isStartRequired()) {
				this.next.onStart(context, span);
			}
			if (!span.getSpanContext().isSampled()) {
				release(TailSampling.this.buffer.started(span.getSpanContext(), span.getParentSpanContext()));
			}
		}

		@Override
		public boolean isStartRequired() {
			return true;
		}

		@Override
		public void onEnd(ReadableSpan span) {
			if (span.getSpanContext().isSampled()) {
				this.next.onEnd(span);
				return;
			}
			SpanData data = span.toSpanData();
			boolean failed = data.getStatus().getStatusCode() == StatusCode.ERROR;
			release(TailSampling.this.buffer.ended(span, SpanSize.of(data), failed));
		}

		@Override
		public boolean isEndRequired() {
			return true;
		}

		@Override
		public CompletableResultCode shutdown() {
			release(TailSampling.this.buffer.drain());
			return this.next.shutdown();
		}

		@Override
		public CompletableResultCode forceFlush() {
			release(TailSampling.this.buffer.flush());
			return this.next.forceFlush();
		}

	}

}
