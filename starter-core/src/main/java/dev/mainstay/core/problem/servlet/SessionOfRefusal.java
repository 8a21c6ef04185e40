package dev.mainstay.core.problem.servlet;

import java.util.Collections;
import java.util.List;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

/**
 * The session in which Spring Security keeps a refused request, or a token for the next
 * one, of a caller that is told neither. Nobody will come back for it, and a thousand
 * such requests are a thousand sessions.
 */
final class SessionOfRefusal {

	private static final String SET_COOKIE = "Set-Cookie";

	/** What is of no use to a caller that got a problem. */
	private static final Set<String> USELESS = Set.of("SPRING_SECURITY_SAVED_REQUEST",
			"org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository.CSRF_TOKEN");

	private SessionOfRefusal() {
	}

	/** Called before the answer is sent, for a request that came without a session. */
	static void forget(HttpServletRequest request, HttpServletResponse response) {
		HttpSession session = request.getSession(false);
		if (session != null && session.isNew() && isUseless(session)) {
			String id = session.getId();
			session.invalidate();
			takeBack(id, response);
		}
	}

	/** An empty one was asked for by somebody who has plans for it. */
	private static boolean isUseless(HttpSession session) {
		List<String> names = Collections.list(session.getAttributeNames());
		return !names.isEmpty() && USELESS.containsAll(names);
	}

	private static void takeBack(String id, HttpServletResponse response) {
		List<String> cookies = List.copyOf(response.getHeaders(SET_COOKIE));
		List<String> others = cookies.stream().filter((cookie) -> !isOf(id, cookie)).toList();
		if (others.size() < cookies.size()) {
			response.setHeader(SET_COOKIE, null);
			others.forEach((cookie) -> response.addHeader(SET_COOKIE, cookie));
		}
	}

	private static boolean isOf(String id, String cookie) {
		int end = cookie.indexOf(';');
		return ((end < 0) ? cookie : cookie.substring(0, end)).endsWith("=" + id);
	}

}
