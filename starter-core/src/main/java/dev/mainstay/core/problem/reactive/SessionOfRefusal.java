package dev.mainstay.core.problem.reactive;

import java.util.Map;

import org.springframework.web.server.WebSession;

/**
 * The session in which Spring Security keeps a refused request of a caller that will not
 * come back for it. One that holds nothing is never begun.
 */
final class SessionOfRefusal {

	private static final String SAVED = "SPRING_SECURITY_SAVED_REQUEST";

	private SessionOfRefusal() {
	}

	/** Called before the answer is sent. */
	static void forget(WebSession session) {
		Map<String, Object> attributes = session.getAttributes();
		Object saved = attributes.get(SAVED);
		if (saved != null && attributes.size() == 1) {
			attributes.remove(SAVED);
			if (session.isStarted()) {
				attributes.put(SAVED, saved);
			}
		}
	}

}
