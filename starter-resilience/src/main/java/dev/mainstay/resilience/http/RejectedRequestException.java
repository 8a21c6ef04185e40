package dev.mainstay.resilience.http;

import java.io.IOException;

import dev.mainstay.resilience.policy.CallRejectedException;

/**
 * A request that was not sent, in the form in which HTTP clients tell of trouble. Its
 * cause says why.
 *
 * @since 0.1.0
 */
public final class RejectedRequestException extends IOException {

	private static final long serialVersionUID = 1L;

	private final transient CallRejectedException rejection;

	/**
	 * Create the exception.
	 * @param rejection why the request was not sent
	 */
	public RejectedRequestException(CallRejectedException rejection) {
		super(rejection.getMessage(), rejection);
		this.rejection = rejection;
	}

	/**
	 * Why the request was not sent.
	 * @return the rejection
	 */
	public CallRejectedException rejection() {
		return this.rejection;
	}

}
