package dev.mainstay.core.hardening.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a security filter chain can consist of, as far as checks ask for it.
 *
 * @since 0.1.0
 */
public enum ChainPart {

	/** Sets headers for browsers. */
	HEADERS("HeaderWriterFilter", "HttpHeaderWriterWebFilter"),

	/** Refuses what another site has sent in a user's name. */
	CSRF("CsrfFilter", "CsrfWebFilter"),

	/** Lets other sites read answers. */
	CORS("CorsFilter", "CorsWebFilter"),

	/**
	 * Logs in by a form, and remembers it in a session. On the reactive stack only a
	 * generated page shows it.
	 */
	FORM_LOGIN("UsernamePasswordAuthenticationFilter", "LoginPageGeneratingWebFilter"),

	/** Logs in at another place, and remembers it in a session. */
	FEDERATED_LOGIN("OAuth2LoginAuthenticationFilter", "Saml2WebSsoAuthenticationFilter",
			"OAuth2AuthorizationRequestRedirectWebFilter"),

	/** Takes a password with each request. The reactive stack does not show it. */
	BASIC("BasicAuthenticationFilter"),

	/** Remembers a login by a cookie of its own. */
	REMEMBER_ME("RememberMeAuthenticationFilter"),

	/** Begins a session for whoever comes. */
	EAGER_SESSION("ForceEagerSessionCreationFilter"),

	/** Keeps the id of the session out of addresses. */
	NO_SESSION_IN_ADDRESSES("DisableEncodeUrlFilter"),

	/** Sends requests without TLS away. */
	HTTPS_ONLY("HttpsRedirectFilter", "HttpsRedirectWebFilter", "ChannelProcessingFilter");

	private final Set<String> filters;

	ChainPart(String... filters) {
		this.filters = Set.of(filters);
	}

	/** A subclass of a known filter is one, too. */
	private boolean isMadeBy(Class<?> filter) {
		for (Class<?> type = filter; type != null; type = type.getSuperclass()) {
			if (this.filters.contains(type.getSimpleName())) {
				return true;
			}
		}
		return false;
	}

	static Set<ChainPart> of(List<?> filters) {
		return Arrays.stream(values())
			.filter((part) -> filters.stream().anyMatch((filter) -> part.isMadeBy(filter.getClass())))
			.collect(Collectors.toUnmodifiableSet());
	}

}
