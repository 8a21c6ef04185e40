package dev.mainstay.core.hardening.errors;

import dev.mainstay.core.hardening.InspectedApplication;

/**
 * Who answers when a request fails and the application has no answer of its own. What is
 * set for Boot's answers matters only where somebody reads it.
 */
enum Answerer {

	/** Mainstay, which keeps what Boot's settings include unless it is told not to. */
	MAINSTAY("dev.mainstay.core.problem.servlet.ProblemErrorController",
			"dev.mainstay.core.problem.reactive.ProblemErrorWebExceptionHandler"),

	/** Boot, or what the application has derived from it. */
	BOOT("org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController",
			"org.springframework.boot.webflux.autoconfigure.error.DefaultErrorWebExceptionHandler"),

	/** The application, in a way that cannot be looked at. */
	APPLICATION("org.springframework.boot.webmvc.error.ErrorController",
			"org.springframework.boot.webflux.error.ErrorWebExceptionHandler"),

	/** Nobody but the container. */
	NOBODY;

	private final String[] types;

	Answerer(String... types) {
		this.types = types;
	}

	static Answerer of(InspectedApplication application) {
		for (Answerer answerer : values()) {
			for (String type : answerer.types) {
				if (application.declares(type)) {
					return answerer;
				}
			}
		}
		return NOBODY;
	}

	/** Whether an answer may hold what the settings include. */
	boolean tellsDetails(InspectedApplication application) {
		return this == BOOT || (this == MAINSTAY && (!application.isTrue("mainstay.problem.enabled", true)
				|| application.isTrue("mainstay.problem.boot-members", true)));
	}

}
