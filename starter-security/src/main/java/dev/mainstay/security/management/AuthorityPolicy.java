package dev.mainstay.security.management;

import java.security.Principal;
import java.util.Set;

import dev.mainstay.core.management.ManagementAccessPolicy;
import dev.mainstay.core.management.ManagementCall;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Admits a caller whom the application's own Spring Security authenticated with a role or
 * an authority, on every web stack. Thread-safe.
 */
final class AuthorityPolicy implements ManagementAccessPolicy {

	private final Set<String> authorities;

	AuthorityPolicy(String role) {
		this.authorities = Set.of(role, "ROLE_" + role);
	}

	@Override
	public boolean admits(ManagementCall call) {
		Principal principal = call.principal();
		return principal instanceof Authentication caller && !(caller instanceof AnonymousAuthenticationToken)
				&& caller.isAuthenticated()
				&& caller.getAuthorities()
					.stream()
					.map(GrantedAuthority::getAuthority)
					.anyMatch((authority) -> authority != null && this.authorities.contains(authority));
	}

}
