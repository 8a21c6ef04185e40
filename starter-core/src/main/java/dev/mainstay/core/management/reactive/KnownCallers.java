package dev.mainstay.core.management.reactive;

import java.security.Principal;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.util.ClassUtils;

/**
 * Tells callers whom the application knows from those whom Spring Security, if it is
 * there, only has a name for. The servlet stack does so itself.
 */
final class KnownCallers {

	private static final boolean SECURITY = ClassUtils.isPresent("org.springframework.security.core.Authentication",
			KnownCallers.class.getClassLoader());

	private KnownCallers() {
	}

	static boolean isKnown(Principal principal) {
		return !SECURITY || !(principal instanceof Authentication caller)
				|| (caller.isAuthenticated() && !(caller instanceof AnonymousAuthenticationToken));
	}

}
