package dev.mainstay.resilience.policy;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;

/**
 * What became of the calls to one client and authority, or to all authorities of a
 * client, since the start. Thread-safe.
 *
 * @since 0.1.0
 */
public final class DestinationCounts {

	private final @Nullable DestinationCounts total;

	private final LongAdder calls = new LongAdder();

	private final LongAdder firstAttempts = new LongAdder();

	private final LongAdder attempts = new LongAdder();

	private final Map<RejectionReason, LongAdder> rejections = adders();

	private volatile @Nullable LastRejection last;

	/**
	 * Create the counts.
	 * @param total counts the same for more than this destination, {@code null} if nobody
	 * does
	 */
	DestinationCounts(@Nullable DestinationCounts total) {
		this.total = total;
	}

	private static Map<RejectionReason, LongAdder> adders() {
		Map<RejectionReason, LongAdder> adders = new EnumMap<>(RejectionReason.class);
		Arrays.stream(RejectionReason.values()).forEach((reason) -> adders.put(reason, new LongAdder()));
		return Collections.unmodifiableMap(adders);
	}

	void call() {
		this.calls.increment();
		if (this.total != null) {
			this.total.call();
		}
	}

	void attempt(boolean first) {
		this.attempts.increment();
		if (first) {
			this.firstAttempts.increment();
		}
		if (this.total != null) {
			this.total.attempt(first);
		}
	}

	void rejected(CallRejectedException rejection) {
		LongAdder adder = this.rejections.get(rejection.reason());
		if (adder != null) {
			adder.increment();
		}
		this.last = new LastRejection(rejection.reason(), Instant.now());
		if (this.total != null) {
			this.total.rejected(rejection);
		}
	}

	/**
	 * How many calls the application made, whatever the number of attempts.
	 * @return the number of calls, rejected ones included
	 */
	public long calls() {
		return this.calls.sum();
	}

	/**
	 * How many attempts were made.
	 * @return the number of attempts, of which the other side may have got fewer
	 */
	public long attempts() {
		return this.attempts.sum();
	}

	/**
	 * How many calls had an attempt.
	 * @return the number of first attempts
	 */
	public long firstAttempts() {
		return this.firstAttempts.sum();
	}

	/**
	 * How many calls were not made for a reason.
	 * @param reason the reason
	 * @return their number
	 */
	public long rejections(RejectionReason reason) {
		LongAdder adder = this.rejections.get(reason);
		return (adder != null) ? adder.sum() : 0;
	}

	/**
	 * The last call that was not made.
	 * @return when and why, {@code null} if there is none
	 */
	public @Nullable LastRejection lastRejection() {
		return this.last;
	}

	/**
	 * A call that was not made.
	 *
	 * @param reason why not
	 * @param at when
	 * @since 0.1.0
	 */
	public record LastRejection(RejectionReason reason, Instant at) {
	}

}
