package dev.mainstay.core.hardening.errors;

import java.util.List;

import dev.mainstay.core.hardening.InspectedApplication;

/**
 * Tells whether the application answers failures itself: that is its choice, and what its
 * code tells cannot be seen.
 */
final class OwnErrors {

	private static final List<String> TYPES = List.of("org.springframework.boot.webmvc.error.ErrorController",
			"org.springframework.boot.webmvc.error.ErrorAttributes",
			"org.springframework.boot.webflux.error.ErrorWebExceptionHandler",
			"org.springframework.boot.webflux.error.ErrorAttributes");

	private OwnErrors() {
	}

	static boolean areAnswered(InspectedApplication application) {
		return TYPES.stream()
			.flatMap((type) -> application.beans(type).stream())
			.anyMatch((bean) -> !bean.getClass().getName().startsWith("org.springframework."));
	}

}
