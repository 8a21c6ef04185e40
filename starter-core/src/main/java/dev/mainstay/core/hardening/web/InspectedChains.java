package dev.mainstay.core.hardening.web;

import java.util.List;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.InspectedApplication;

/**
 * Finds the security filter chains of an application. Thread-safe.
 *
 * @since 0.1.0
 */
public final class InspectedChains {

	private static final String SERVLET = "org.springframework.security.web.FilterChainProxy";

	private static final String REACTIVE = "org.springframework.security.web.server.WebFilterChainProxy";

	private InspectedChains() {
	}

	/**
	 * The chains of the application itself, in the order in which they are asked.
	 * @param application the application
	 * @return the chains; none without Spring Security
	 */
	public static List<InspectedChain> of(InspectedApplication application) {
		Stream<InspectedChain> servlet = application.declares(SERVLET) ? ServletChains.of(application) : Stream.empty();
		Stream<InspectedChain> reactive = application.declares(REACTIVE) ? ReactiveChains.of(application)
				: Stream.empty();
		return Stream.concat(servlet, reactive).filter((chain) -> !chain.name().startsWith("mainstay")).toList();
	}

}
