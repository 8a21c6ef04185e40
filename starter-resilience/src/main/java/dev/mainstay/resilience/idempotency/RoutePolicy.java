package dev.mainstay.resilience.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * What is done with the keys of one route.
 *
 * @param use whether they are required, taken or ignored
 * @param explicit whether somebody has said so, so that a handler that reads the key as
 * well is protected nevertheless
 * @param closed whether a request is refused rather than run while the store cannot be
 * asked
 * @param keepServerErrors whether an answer of 5xx is kept
 * @param onAbandoned what is done when the owner of an operation was lost, {@code null}
 * for what holds elsewhere
 * @param mode how effect and record belong together, {@code null} for what holds
 * elsewhere
 * @since 0.1.0
 */
public record RoutePolicy(KeyUse use, boolean explicit, boolean closed, boolean keepServerErrors,
		@Nullable OnAbandoned onAbandoned, @Nullable IdempotencyMode mode) {

	/**
	 * Keys are taken; nobody has said so.
	 */
	public static final RoutePolicy OPTIONAL = new RoutePolicy(KeyUse.OPTIONAL, false, false, false, null, null);

	/**
	 * Keys are ignored; nobody has said so.
	 */
	public static final RoutePolicy OFF = new RoutePolicy(KeyUse.OFF, false, false, false, null, null);

	/**
	 * Whether a request has to carry a key.
	 * @return whether it is refused without
	 */
	public boolean isRequired() {
		return this.use == KeyUse.REQUIRED;
	}

	/**
	 * Whether keys are ignored.
	 * @return whether a request with a key runs as one without
	 */
	public boolean isOff() {
		return this.use == KeyUse.OFF;
	}

	/**
	 * The same policy for another use, which somebody has asked for.
	 * @param use the use
	 * @return the policy
	 */
	RoutePolicy withUse(KeyUse use) {
		return new RoutePolicy(use, true, this.closed, this.keepServerErrors, this.onAbandoned, this.mode);
	}

	/**
	 * Whether an operation is a part of a transaction in which it is recorded.
	 * @return whether it is joined
	 */
	boolean isJoined() {
		return this.mode == IdempotencyMode.JOINED;
	}

	/** The same policy, where nobody has said how effect and record belong together. */
	RoutePolicy orMode(IdempotencyMode otherwise) {
		return (this.mode != null) ? this : new RoutePolicy(this.use, this.explicit, this.closed, this.keepServerErrors,
				this.onAbandoned, otherwise);
	}

	RoutePolicy withClosed(boolean closed) {
		return new RoutePolicy(this.use, this.explicit, closed, this.keepServerErrors, this.onAbandoned, this.mode);
	}

}
