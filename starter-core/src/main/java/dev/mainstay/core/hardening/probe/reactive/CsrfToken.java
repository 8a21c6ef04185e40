package dev.mainstay.core.hardening.probe.reactive;

import org.springframework.security.web.server.csrf.CsrfWebFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.server.ServerWebExchange;

/**
 * A stranger can get a token like anybody else: that a probe has none says nothing.
 */
final class CsrfToken {

	private static final boolean ASKED_FOR = ClassUtils
		.isPresent("org.springframework.security.web.server.csrf.CsrfWebFilter", CsrfToken.class.getClassLoader());

	private CsrfToken() {
	}

	static void skip(ServerWebExchange exchange) {
		if (ASKED_FOR) {
			Filter.skip(exchange);
		}
	}

	/**
	 * Keeps Spring Security away from an application without it.
	 */
	private static final class Filter {

		private Filter() {
		}

		static void skip(ServerWebExchange exchange) {
			CsrfWebFilter.skipExchange(exchange);
		}

	}

}
