package dev.mainstay.resilience.idempotency.servlet;

import java.net.URI;

import jakarta.servlet.http.HttpServletRequest;

/**
 * A redirect that the container has not been asked for yet, because it may send it at
 * once.
 *
 * @param location where to, as the answer is going to say it
 * @param status the status of the answer
 * @param clearBuffer whether what was written before is dropped
 */
record HeldRedirect(String location, int status, boolean clearBuffer) {

	/**
	 * One container makes a location absolute, another does not. A repetition cannot
	 * know.
	 */
	static HeldRedirect of(HttpServletRequest request, String location, int status, boolean clearBuffer) {
		return new HeldRedirect(absolute(request, location), status, clearBuffer);
	}

	private static String absolute(HttpServletRequest request, String location) {
		if (location.isEmpty() || location.startsWith("?") || location.startsWith("#")) {
			return location;
		}
		try {
			return URI.create(request.getRequestURL().toString()).resolve(location).toString();
		}
		catch (IllegalArgumentException ex) {
			return location;
		}
	}

}
