package dev.mainstay.observability.tracing.sampling;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;

/**
 * Chooses traces when they begin: so many new ones a second, and of those beyond a share.
 * A span goes with its parent, except where the wish came from a caller that is not
 * trusted. What is not chosen is recorded, if somebody may want it at its end.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class HeadSampler implements Sampler {

	private final TraceBudget budget;

	private final Sampler share;

	private final double ratio;

	private final BooleanSupplier recorded;

	private final String description;

	/**
	 * Create a sampler.
	 * @param tracesPerSecond how many new traces a second are chosen in any case
	 * @param ratio the share of those beyond, from 0 to 1
	 * @param recorded whether what is not chosen is recorded; asked for each span,
	 * because exporters are created later
	 * @param nanoTime the time in nanoseconds, from any origin
	 */
	public HeadSampler(double tracesPerSecond, double ratio, BooleanSupplier recorded, LongSupplier nanoTime) {
		this.budget = new TraceBudget(tracesPerSecond, nanoTime);
		this.ratio = ratio;
		this.share = Sampler.traceIdRatioBased(ratio);
		this.recorded = recorded;
		this.description = "Mainstay{" + tracesPerSecond + "/s," + ratio + "}";
	}

	@Override
	public SamplingResult shouldSample(Context context, String traceId, String name, SpanKind kind,
			Attributes attributes, List<LinkData> links) {
		SpanContext parent = Span.fromContext(context).getSpanContext();
		if (parent.isValid() && !(parent instanceof UntrustedSpanContext)) {
			return parent.isSampled() ? SamplingResult.recordAndSample() : notChosen();
		}
		if (this.budget.take() || (parent.isValid() ? isLucky()
				: isSampled(this.share.shouldSample(context, traceId, name, kind, attributes, links)))) {
			return SamplingResult.recordAndSample();
		}
		return notChosen();
	}

	/** A stranger may choose the id of a trace so that it is always in the share. */
	private boolean isLucky() {
		return ThreadLocalRandom.current().nextDouble() < this.ratio;
	}

	private static boolean isSampled(SamplingResult result) {
		return result.getDecision() == SamplingDecision.RECORD_AND_SAMPLE;
	}

	private SamplingResult notChosen() {
		return this.recorded.getAsBoolean() ? SamplingResult.recordOnly() : SamplingResult.drop();
	}

	@Override
	public String getDescription() {
		return this.description;
	}

	@Override
	public String toString() {
		return this.description;
	}

}
