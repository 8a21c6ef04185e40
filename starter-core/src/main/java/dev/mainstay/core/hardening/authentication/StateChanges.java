package dev.mainstay.core.hardening.authentication;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.web.InspectedHandler;

/**
 * Tells what changes something from what only answers.
 */
final class StateChanges {

	static final Set<String> VERBS = Set.of("POST", "PUT", "PATCH", "DELETE");

	private static final Pattern ROUTE = Pattern.compile("\\b(POST|PUT|PATCH|DELETE)\\b");

	private static final List<String> ROUTERS = List.of("org.springframework.web.servlet.function.RouterFunction",
			"org.springframework.web.reactive.function.server.RouterFunction");

	private StateChanges() {
	}

	/** A handler of all request methods mostly means to answer to GET. */
	static boolean isOne(InspectedHandler handler) {
		return handler.verbs().stream().anyMatch(VERBS::contains);
	}

	/** The routes that are functions, as they describe themselves. */
	static List<String> routes(InspectedApplication application) {
		return ROUTERS.stream().flatMap((router) -> application.beans(router).stream()).map(Object::toString).toList();
	}

	static boolean isOne(String route) {
		return ROUTE.matcher(route).find();
	}

}
