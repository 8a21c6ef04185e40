package dev.mainstay.security.management;

import dev.mainstay.core.management.ManagementAccessPolicy;
import dev.mainstay.core.management.ManagementCall;

/**
 * Admits a caller to whom the servlet container, or Spring Security in its place, gives a
 * role. Thread-safe.
 */
final class RolePolicy implements ManagementAccessPolicy {

	private final String role;

	RolePolicy(String role) {
		this.role = role;
	}

	@Override
	public boolean admits(ManagementCall call) {
		return call.isUserInRole(this.role);
	}

	@Override
	public String remedy() {
		return "authenticate with the role " + this.role + " (mainstay.security.management.role)";
	}

}
