package dev.mainstay.observability.slo;

import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

import dev.mainstay.core.request.TraceIds;
import org.jspecify.annotations.Nullable;

/**
 * The events of an objective since the start of this instance. Each is good or bad, so
 * that good and bad are all of them at any time. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ObjectiveCounts {

	private final Objective objective;

	private final BadStatuses badStatuses;

	private final LongAdder good = new LongAdder();

	private final LongAdder bad = new LongAdder();

	private volatile @Nullable TraceIds lastBadTrace;

	ObjectiveCounts(Objective objective, BadStatuses badStatuses) {
		this.objective = objective;
		this.badStatuses = badStatuses;
	}

	/**
	 * The objective.
	 * @return the objective
	 */
	public Objective objective() {
		return this.objective;
	}

	/**
	 * The good events.
	 * @return their number
	 */
	public long good() {
		return this.good.sum();
	}

	/**
	 * The bad events.
	 * @return their number
	 */
	public long bad() {
		return this.bad.sum();
	}

	/**
	 * The trace of the last bad event that is exported.
	 * @return the ids, or {@code null} if there is none
	 */
	public @Nullable TraceIds lastBadTrace() {
		return this.lastBadTrace;
	}

	/**
	 * What is counted, and as what. Counts of another process with the same text are
	 * counts of the same.
	 * @return a line of text
	 */
	public String definition() {
		String latency = (this.objective.latency() != null) ? " within " + this.objective.latency() : "";
		String text = this.objective.name() + ": " + this.objective.kind() + latency + " over "
				+ this.objective.window() + " of " + this.objective.routes() + ", bad " + this.badStatuses;
		return text.lines().collect(Collectors.joining(" "));
	}

	BadStatuses badStatuses() {
		return this.badStatuses;
	}

	void count(boolean isBad) {
		(isBad ? this.bad : this.good).increment();
	}

	void countBad(@Nullable TraceIds exported) {
		if (exported != null) {
			this.lastBadTrace = exported;
		}
		this.bad.increment();
	}

}
