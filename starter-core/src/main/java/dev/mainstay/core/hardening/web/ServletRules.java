package dev.mainstay.core.hardening.web;

import java.util.List;

import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.probe.servlet.ImaginedRequest;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.context.WebApplicationContext;

/**
 * Asks the chain that a request would go through. Spring Security's own evaluator cannot
 * be asked where a rule looks at the kind of dispatch.
 */
final class ServletRules {

	private static final Authentication NOBODY = new AnonymousAuthenticationToken("hardening", "anonymousUser",
			AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

	private ServletRules() {
	}

	static boolean allow(InspectedApplication application, String verb, String path) {
		HttpServletRequest request = ImaginedRequest.of(verb, path, servletContext(application));
		return application.beans(FilterChainProxy.class)
			.stream()
			.allMatch((proxy) -> isAllowed(proxy.getFilterChains(), request));
	}

	/** The rules of Spring Boot's own chain find the management endpoints by it. */
	private static @Nullable ServletContext servletContext(InspectedApplication application) {
		return (application.context() instanceof WebApplicationContext web) ? web.getServletContext() : null;
	}

	private static boolean isAllowed(List<SecurityFilterChain> chains, HttpServletRequest request) {
		return chains.stream()
			.filter((chain) -> chain.matches(request))
			.findFirst()
			.map((chain) -> isAllowed(chain, request))
			.orElse(true);
	}

	/** A filter that asks for nothing lets through what others do not stop. */
	private static boolean isAllowed(SecurityFilterChain chain, HttpServletRequest request) {
		return chain.getFilters()
			.stream()
			.filter(AuthorizationFilter.class::isInstance)
			.map(AuthorizationFilter.class::cast)
			.allMatch((filter) -> {
				AuthorizationResult result = filter.getAuthorizationManager().authorize(() -> NOBODY, request);
				return result == null || result.isGranted();
			});
	}

}
