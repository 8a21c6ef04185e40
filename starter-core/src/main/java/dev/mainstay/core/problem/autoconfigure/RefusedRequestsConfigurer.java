package dev.mainstay.core.problem.autoconfigure;

import dev.mainstay.core.problem.servlet.RefusedRequestCache;

import org.springframework.context.ApplicationContext;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * Puts our cache before the one that a chain has by default. It is initialized behind
 * everything that a chain is made of, so that nobody's choice is lost: a chain without
 * sessions stays so, and a cache of the application is left alone.
 */
final class RefusedRequestsConfigurer extends AbstractHttpConfigurer<RefusedRequestsConfigurer, HttpSecurity> {

	@Override
	public void init(HttpSecurity http) {
		RequestCache cache = http.getSharedObject(RequestCache.class);
		if (cache != null && cache.getClass() == HttpSessionRequestCache.class && !hasOwn(http)) {
			http.setSharedObject(RequestCache.class, new RefusedRequestCache(cache));
		}
	}

	private static boolean hasOwn(HttpSecurity http) {
		ApplicationContext context = http.getSharedObject(ApplicationContext.class);
		return context != null && context.getBeanProvider(RequestCache.class).stream().findAny().isPresent();
	}

}
