package dev.mainstay.core.hardening.probe;

import org.jspecify.annotations.Nullable;

/**
 * A request that nobody has made. It comes over TLS from a stranger on the internet.
 * Immutable.
 *
 * @param verb the request method
 * @param path the path, without that of the application
 * @param target how far it goes, and to what
 * @since 0.1.0
 */
public record Probe(String verb, String path, ProbeTarget target) {

	/**
	 * The address of the stranger, one that RFC 5737 keeps for documentation.
	 */
	public static final String ADDRESS = "203.0.113.7";

	/**
	 * What is sent.
	 * @return the body, {@code null} if there is none
	 */
	public @Nullable String body() {
		return this.target.body(this.verb);
	}

	/**
	 * A request of somebody who has not logged in.
	 * @param verb the request method
	 * @param path the path, without that of the application
	 * @return the probe
	 */
	public static Probe ofStranger(String verb, String path) {
		return new Probe(verb, path, ProbeTarget.HANDLER);
	}

}
