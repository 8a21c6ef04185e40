package dev.mainstay.security.management;

import java.util.List;

import dev.mainstay.core.management.ManagementAccessPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The policies that need nothing of the application, or only what its security says of a
 * caller. Immutable and thread-safe, and so are the policies.
 *
 * @since 0.1.0
 */
public final class AccessPolicies {

	private AccessPolicies() {
	}

	/**
	 * Admits scrapers to the {@code prometheus} endpoint by the address of their socket.
	 * Forwarding headers are not looked at: anybody can write them.
	 * @param cidrs addresses or CIDR blocks
	 * @return the policy
	 * @throws IllegalArgumentException if one of them is neither, with the value in the
	 * message
	 */
	public static ManagementAccessPolicy scrapers(List<String> cidrs) {
		return new ScrapePolicy(cidrs);
	}

	/**
	 * Admits whoever sends a token as {@code Authorization: Bearer} (RFC 6750, 2.1).
	 * @param token the token; white space around it does not count. {@code null} or blank
	 * to admit nobody
	 * @return the policy
	 */
	public static ManagementAccessPolicy token(@Nullable String token) {
		return new TokenPolicy(token);
	}

	/**
	 * Admits a caller to whom the servlet container, or Spring Security in its place,
	 * gives a role.
	 * @param role the role, without a prefix
	 * @return the policy
	 */
	public static ManagementAccessPolicy role(String role) {
		return new RolePolicy(role);
	}

	/**
	 * Admits a caller whom Spring Security authenticated with a role or an authority, on
	 * every web stack. Needs Spring Security on the class path.
	 * @param role the role without its prefix, or an authority such as
	 * {@code SCOPE_metrics}
	 * @return the policy
	 */
	public static ManagementAccessPolicy authority(String role) {
		return new AuthorityPolicy(role);
	}

}
