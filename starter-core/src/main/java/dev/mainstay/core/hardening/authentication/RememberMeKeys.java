package dev.mainstay.core.hardening.authentication;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.mainstay.core.hardening.InspectedApplication;

import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.authentication.rememberme.RememberMeAuthenticationFilter;
import org.springframework.security.web.authentication.rememberme.TokenBasedRememberMeServices;

/**
 * Looks at the keys of remember-me services, without telling them.
 */
final class RememberMeKeys {

	private static final int SHORTEST = 16;

	private static final Set<String> FROM_MANUALS = Set.of("uniqueandsecretkey", "mysupersecretkey",
			"remember-me-secret", "uniquekeyandsecret", "remembermesecretkey");

	private RememberMeKeys() {
	}

	static List<String> weakOnes(InspectedApplication application) {
		return application.beans(FilterChainProxy.class)
			.stream()
			.flatMap((proxy) -> proxy.getFilterChains().stream())
			.distinct()
			.flatMap((chain) -> chain.getFilters().stream())
			.filter(RememberMeAuthenticationFilter.class::isInstance)
			.map((filter) -> ((RememberMeAuthenticationFilter) filter).getRememberMeServices())
			.filter(TokenBasedRememberMeServices.class::isInstance)
			.map((services) -> ((TokenBasedRememberMeServices) services).getKey())
			.filter(RememberMeKeys::isWeak)
			.map((key) -> (key.length() < SHORTEST) ? "the key of remember-me has only " + key.length() + " characters"
					: "the key of remember-me stands in manuals")
			.toList();
	}

	private static boolean isWeak(String key) {
		return key.length() < SHORTEST || FROM_MANUALS.contains(key.toLowerCase(Locale.ROOT));
	}

}
