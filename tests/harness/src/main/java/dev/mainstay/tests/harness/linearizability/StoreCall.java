package dev.mainstay.tests.harness.linearizability;

import org.jspecify.annotations.Nullable;

/**
 * A call of a store that has returned.
 *
 * @param kind what was called
 * @param invoked when it was called, as {@link System#nanoTime()} says
 * @param returned when it had returned
 * @param subject the fingerprint of a claim, the token of everything else
 * @param lost the token that a take-over is meant to replace
 * @param answer what the store said
 * @param value the token or the outcome that belongs to the answer
 */
record StoreCall(Kind kind, long invoked, long returned, String subject, @Nullable String lost, Answer answer,
		String value) {

	/**
	 * Whether a claim of the caller begins, or its lease does so anew. Who lets go has
	 * the rest of its lease, or a whole one if that is what the store gives.
	 */
	boolean beginsLeaseOf(String token, boolean anewWhenAbandoned) {
		return (this.answer == Answer.GRANTED && this.value.equals(token))
				|| (this.answer == Answer.TRUE && this.subject.equals(token)
						&& (this.kind == Kind.RENEW || (anewWhenAbandoned && this.kind == Kind.ABANDON)));
	}

	/** The token of an owner who this call says was lost. */
	@Nullable String foundLost() {
		if (this.answer == Answer.ABANDONED) {
			return this.value;
		}
		return (this.kind == Kind.TAKE_OVER && this.answer == Answer.GRANTED) ? this.lost : null;
	}

	@Override
	public String toString() {
		return "%,14d..%,14d us  %s(%s%s) -> %s %s".formatted(this.invoked / 1000, this.returned / 1000, this.kind,
				this.subject, (this.lost != null) ? ", lost " + this.lost : "", this.answer, this.value);
	}

	/**
	 * What can be called.
	 */
	enum Kind {

		CLAIM, TAKE_OVER, RENEW, COMPLETE, RELEASE, ABANDON

	}

	/**
	 * What can be said.
	 */
	enum Answer {

		GRANTED, IN_PROGRESS, ABANDONED, COMPLETED, MISMATCH, TRUE, FALSE

	}

}
