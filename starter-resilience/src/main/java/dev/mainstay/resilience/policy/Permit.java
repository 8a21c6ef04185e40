package dev.mainstay.resilience.policy;

import dev.mainstay.resilience.policy.AttemptStrategy.Admission;

/**
 * One attempt that all strategies have let through. Whoever has it says what became of
 * the attempt, and closes it when the body of the answer is read or given up. Both count
 * once, whichever thread they come from, and a permit that is closed without a word says
 * nothing about the other side.
 *
 * @since 0.1.0
 */
public final class Permit implements AutoCloseable {

	private final Destination destination;

	/** Which strategies watch, by their place. */
	private final int watching;

	private final long start;

	private boolean answered;

	private boolean closed;

	private Permit(Destination destination, int watching) {
		this.destination = destination;
		this.watching = watching;
		this.start = destination.nanoTime().getAsLong();
	}

	/** In the order of the strategies; what one rejects those before it take back. */
	static Permit of(Destination destination) {
		AttemptStrategy[] strategies = destination.strategies();
		int watching = 0;
		for (int i = 0; i < strategies.length; i++) {
			Admission admission = strategies[i].enter();
			if (admission.rejection() != null) {
				new Permit(destination, watching).withdraw();
				throw admission.rejection();
			}
			watching |= admission.watched() ? 1 << i : 0;
		}
		return new Permit(destination, watching);
	}

	/**
	 * Whether the attempt takes a place until the body of its answer is read.
	 * @return whether it has to be closed then
	 */
	public boolean isHeld() {
		AttemptStrategy[] strategies = this.destination.strategies();
		for (int i = 0; i < strategies.length; i++) {
			if (isWatching(i) && strategies[i].isHeld()) {
				return true;
			}
		}
		return false;
	}

	/**
	 * What it says about the other side that the time of the call was over before the
	 * answer came. Who had less time than a slow answer takes does not blame it.
	 * @return failure or nothing
	 */
	public AttemptResult resultOfCut() {
		BreakerSettings breaker = this.destination.policy().breaker();
		long nanos = this.destination.nanoTime().getAsLong() - this.start;
		return (breaker != null && nanos >= breaker.slowCall().toNanos()) ? AttemptResult.FAILURE
				: AttemptResult.NOTHING;
	}

	private void withdraw() {
		AttemptStrategy[] strategies = this.destination.strategies();
		for (int i = 0; i < strategies.length; i++) {
			if (isWatching(i)) {
				strategies[i].withdrawn();
			}
		}
	}

	/**
	 * The head of the answer has come, or there will be none.
	 * @param result what that says about the other side
	 */
	public void answered(AttemptResult result) {
		synchronized (this) {
			if (this.answered) {
				return;
			}
			this.answered = true;
		}
		long nanos = Math.max(0, this.destination.nanoTime().getAsLong() - this.start);
		if (result == AttemptResult.SUCCESS) {
			this.destination.latencies().add(nanos);
		}
		AttemptStrategy[] strategies = this.destination.strategies();
		for (int i = 0; i < strategies.length; i++) {
			if (isWatching(i)) {
				strategies[i].answered(result, nanos);
			}
		}
	}

	/**
	 * The attempt is over.
	 */
	@Override
	public void close() {
		answered(AttemptResult.NOTHING);
		synchronized (this) {
			if (this.closed) {
				return;
			}
			this.closed = true;
		}
		AttemptStrategy[] strategies = this.destination.strategies();
		for (int i = 0; i < strategies.length; i++) {
			if (isWatching(i)) {
				strategies[i].left();
			}
		}
	}

	private boolean isWatching(int place) {
		return (this.watching & (1 << place)) != 0;
	}

}
