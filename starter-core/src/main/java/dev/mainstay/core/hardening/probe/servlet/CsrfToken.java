package dev.mainstay.core.hardening.probe.servlet;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.util.ClassUtils;

/**
 * A stranger can get a token like anybody else: that a probe has none says nothing.
 */
final class CsrfToken {

	private static final boolean ASKED_FOR = ClassUtils.isPresent("org.springframework.security.web.csrf.CsrfFilter",
			CsrfToken.class.getClassLoader());

	private CsrfToken() {
	}

	static void skip(HttpServletRequest request) {
		if (ASKED_FOR) {
			Filter.skip(request);
		}
	}

	/**
	 * Keeps Spring Security away from an application without it.
	 */
	private static final class Filter {

		private Filter() {
		}

		static void skip(HttpServletRequest request) {
			CsrfFilter.skipRequest(request);
		}

	}

}
