package dev.mainstay.resilience.http.reactive;

import dev.mainstay.resilience.http.internal.Patience;

/**
 * Knows from what was asked for and what came whose turn it is, so that nobody is blamed
 * for what nobody asked of him. Thread-safe.
 */
final class Turns {

	private final Patience patience;

	/** Whether it is whoever produces that is waited for, or whoever asks. */
	private final boolean producing;

	private long outstanding;

	private boolean complete;

	private Turns(Patience patience, boolean producing) {
		this.patience = patience;
		this.producing = producing;
	}

	/** The other side produces what this one asks for: the body of an answer. */
	static Turns ofAnswer(Patience patience) {
		return new Turns(patience, true);
	}

	/** This side produces what the other one asks for: the body of a request. */
	static Turns ofRequest(Patience patience) {
		return new Turns(patience, false);
	}

	synchronized void asked(long count) {
		boolean first = this.outstanding == 0;
		long sum = this.outstanding + count;
		this.outstanding = (sum < 0) ? Long.MAX_VALUE : sum;
		if (first && !this.complete) {
			turn(this.producing);
		}
	}

	synchronized void came() {
		this.outstanding = Math.max(0, this.outstanding - 1);
		if (this.outstanding == 0) {
			turn(!this.producing);
		}
		else if (this.producing) {
			turn(true);
		}
	}

	/** There will be no more: the answer is the next thing to come. */
	synchronized void complete() {
		this.complete = true;
		turn(true);
	}

	private void turn(boolean ofOther) {
		if (ofOther) {
			this.patience.waiting();
		}
		else {
			this.patience.notWaiting();
		}
	}

}
