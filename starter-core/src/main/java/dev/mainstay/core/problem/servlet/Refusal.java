package dev.mainstay.core.problem.servlet;

import java.util.List;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * A refusal without words.
 *
 * @param message what Spring Security said to the container
 * @param forged whether the request may be forged by another site
 */
record Refusal(HttpServletRequest request, HttpServletResponse response, int status, @Nullable String message,
		boolean forged) {

	private static final String ATTRIBUTE = Refusal.class.getName();

	private static final String CHALLENGES = ATTRIBUTE + ".CHALLENGES";

	/** Called before the error dispatch. */
	void remember() {
		this.request.setAttribute(ATTRIBUTE, this);
		this.request.setAttribute(CHALLENGES, List.copyOf(this.response.getHeaders(HttpHeaders.WWW_AUTHENTICATE)));
	}

	/** What the error dispatch of a request is for, if it is for a refusal. */
	static @Nullable Refusal remembered(HttpServletRequest request) {
		return (request.getAttribute(ATTRIBUTE) instanceof Refusal refusal) ? refusal : null;
	}

	/** The same in the error dispatch. */
	Refusal in(HttpServletRequest request, HttpServletResponse response) {
		return new Refusal(request, response, this.status, this.message, this.forged);
	}

	/** The error dispatch may have been refused for another reason. */
	void restoreChallenges() {
		this.response.setHeader(HttpHeaders.WWW_AUTHENTICATE, null);
		if (this.request.getAttribute(CHALLENGES) instanceof List<?> challenges) {
			challenges
				.forEach((challenge) -> this.response.addHeader(HttpHeaders.WWW_AUTHENTICATE, (String) challenge));
		}
	}

	Problem problem() {
		return this.forged ? Problem.of(ProblemCode.CSRF_REJECTED) : Problem.ofStatus(this.status);
	}

}
