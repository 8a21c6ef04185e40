package dev.mainstay.core.problem.servlet;

import java.lang.StackWalker.Option;

import jakarta.servlet.FilterChain;

/**
 * Tells whether it is the check for forged requests that refuses. Spring Security has no
 * other word for it than an exception that it hands to whoever answers, and that may be
 * the application; so it is asked who is answering. The class name is a constant of an
 * optional library.
 */
final class CsrfRefusal {

	private static final String CHECK = "org.springframework.security.web.csrf.CsrfFilter";

	private static final StackWalker STACK = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

	private CsrfRefusal() {
	}

	/**
	 * Called where the answer is made, by whoever made it. Where a chain is in between,
	 * the check has let the request through, and it is a filter behind it that answers.
	 */
	static boolean isUnderWay() {
		return STACK.walk((frames) -> frames.<Class<?>>map(StackWalker.StackFrame::getDeclaringClass)
			.filter((type) -> isCheck(type) || FilterChain.class.isAssignableFrom(type))
			.findFirst()
			.filter(CsrfRefusal::isCheck)
			.isPresent());
	}

	private static boolean isCheck(Class<?> type) {
		return CHECK.equals(type.getName());
	}

}
