package dev.mainstay.core.hardening.authentication;

import dev.mainstay.core.hardening.InspectedApplication;

/**
 * Tells whether there are users in memory, without the types of Spring Security.
 */
final class UserStores {

	static final String REACTIVE = "org.springframework.security.core.userdetails.MapReactiveUserDetailsService";

	private static final String SERVLET = "org.springframework.security.provisioning.InMemoryUserDetailsManager";

	private UserStores() {
	}

	static boolean areInMemory(InspectedApplication application) {
		return application.declares(SERVLET) || application.declares(REACTIVE);
	}

}
