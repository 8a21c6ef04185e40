package dev.mainstay.core.hardening.web;

import java.time.Duration;
import java.util.List;

import dev.mainstay.core.hardening.InspectedApplication;

/**
 * What a connector of the embedded Tomcat lets in. Immutable.
 *
 * @param name how a finding names it
 * @param timeout how long it waits for the next bytes of a request; negative for ever
 * @param headerSize how many bytes the headers of a request may have
 * @param limits how much it takes of what a request holds
 * @param relaxed the characters that it lets through in paths and queries although they
 * are to be encoded; empty for none
 * @since 0.1.0
 */
public record InspectedConnector(String name, Duration timeout, int headerSize, Limits limits, Relaxed relaxed) {

	private static final String SERVER = "org.springframework.boot.tomcat.TomcatWebServer";

	private static final String PROPERTIES = "org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties";

	/**
	 * How much a connector takes of what a request holds.
	 *
	 * @param parameters the most parameters, negative for any number
	 * @param parts the most parts of a form, negative for any number
	 * @param swallowed the most bytes that are read after the answer, negative for all
	 * @since 0.1.0
	 */
	public record Limits(int parameters, int parts, long swallowed) {

	}

	/**
	 * What a connector lets through unencoded.
	 *
	 * @param path the characters in paths
	 * @param query the characters in queries
	 * @since 0.1.0
	 */
	public record Relaxed(String path, String query) {

	}

	/**
	 * The connectors of the running server; where none was started, as in a test without
	 * one, the connector that the properties describe.
	 * @param application the application
	 * @return the connectors; none if the application brings no Tomcat
	 */
	public static List<InspectedConnector> of(InspectedApplication application) {
		if (!application.hasClass(SERVER)) {
			return List.of();
		}
		List<InspectedConnector> running = TomcatConnectors.running(application.context());
		return (running.isEmpty() && application.declares(PROPERTIES)) ? TomcatConnectors.described(application)
				: running;
	}

}
