package dev.mainstay.core.management;

/**
 * Is told what became of each call of a guarded management endpoint, for an audit. Beans
 * of this type are told in their order, on the thread of the call and before it is
 * answered. An implementation must be thread-safe and must not block; one that throws
 * changes nothing for the caller.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ManagementAccessListener {

	/**
	 * Called once for each outcome of a call, and never for endpoints that are open.
	 * @param outcome what became of the call
	 * @param call the call, valid only until this method returns
	 */
	void decided(AccessOutcome outcome, ManagementCall call);

}
