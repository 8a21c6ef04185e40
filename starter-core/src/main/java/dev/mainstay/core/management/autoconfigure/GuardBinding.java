package dev.mainstay.core.management.autoconfigure;

/**
 * Says that the guard stands in front of the handlers of a web stack. Without such a bean
 * that says so, no endpoint is exposed that only Mainstay exposes.
 */
@FunctionalInterface
interface GuardBinding {

	/**
	 * Asked when the endpoints are looked for, before any of them is served.
	 * @return whether whatever serves the endpoints is what the guard is bound to
	 */
	boolean isInPlace();

}
