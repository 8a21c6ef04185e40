package dev.mainstay.core.problem.servlet;

import java.util.Set;

/**
 * Tells whether it is the check for forged requests that refuses. Spring Security has no
 * other word for it than an exception that it hands to whoever answers, and that may be
 * the application; so it is asked who is answering. The class names are constants of an
 * optional library.
 */
final class CsrfRefusal {

	private static final String CHECK = "org.springframework.security.web.csrf.CsrfFilter";

	/** The filters of Spring Security that refuse with this status. */
	private static final Set<String> REFUSING = Set.of(CHECK,
			"org.springframework.security.web.access.ExceptionTranslationFilter",
			"org.springframework.security.web.FilterChainProxy");

	private static final StackWalker STACK = StackWalker.getInstance();

	private CsrfRefusal() {
	}

	/** Called where the answer is made, by whoever made it. */
	static boolean isUnderWay() {
		return STACK.walk((frames) -> frames.map(StackWalker.StackFrame::getClassName)
			.filter(REFUSING::contains)
			.findFirst()
			.filter(CHECK::equals)
			.isPresent());
	}

}
