package dev.mainstay.core.management;

import org.jspecify.annotations.Nullable;

/**
 * Admits callers to the management endpoints that are exposed only because of Mainstay.
 * Beans of this type are asked in their order until one admits the caller; if none does,
 * the answer is 401, or 403 to whom the application knows. They are asked only about
 * guarded endpoints, behind the application's own security. An implementation must be
 * thread-safe and must not block; one that throws has not admitted the caller.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ManagementAccessPolicy {

	/**
	 * Whether a caller may call an endpoint.
	 * @param call the call
	 * @return {@code true} to admit the caller, {@code false} to leave it to the other
	 * policies
	 */
	boolean admits(ManagementCall call);

	/**
	 * Whether a call carries a secret that this policy would compare with its own. If no
	 * other policy admits the caller, {@link #admits} is then asked for calls of one peer
	 * one after the other, and not at all for a while after too many secrets of that peer
	 * were wrong. Must not compare anything itself.
	 * @param call the call
	 * @return {@code true} if the call carries one; by default {@code false}
	 */
	default boolean comparesSecretOf(ManagementCall call) {
		return false;
	}

	/**
	 * The authentication scheme that a refused caller could have used.
	 * @return the value of a {@code WWW-Authenticate} header, or {@code null} if this
	 * policy has none to offer
	 */
	default @Nullable String challenge() {
		return null;
	}

	/**
	 * What would make this policy admit more callers, for the operator who reads the log.
	 * @return a clause such as {@code set the.property}, or {@code null} if there is
	 * nothing to set
	 */
	default @Nullable String remedy() {
		return null;
	}

	/**
	 * The policy that admits a process on the same machine: a socket whose two ends are
	 * loopback addresses, on a request without any forwarding, via or proxy header.
	 * @return the policy
	 */
	static ManagementAccessPolicy loopback() {
		return new LoopbackPolicy();
	}

}
