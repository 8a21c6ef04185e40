package dev.mainstay.core.hardening.management;

import java.util.List;

import dev.mainstay.core.hardening.InspectedApplication;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;

/**
 * Asks Spring Security on the servlet stack, which it needs.
 */
final class ServletCallers implements AnonymousCallers {

	private static final Authentication ANONYMOUS = new AnonymousAuthenticationToken("mainstay", "anonymousUser",
			AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

	private final List<WebInvocationPrivilegeEvaluator> evaluators;

	/** The rules for a separate port can be others, which are not asked here. */
	private final Reach allowed;

	ServletCallers(InspectedApplication application) {
		this.evaluators = application.beans(WebInvocationPrivilegeEvaluator.class);
		this.allowed = ManagementPort.isSeparate(application) ? Reach.UNKNOWN : Reach.ANYBODY;
	}

	@Override
	public Reach reach(String path, String method) {
		if (this.evaluators.isEmpty()) {
			return Reach.UNKNOWN;
		}
		try {
			boolean all = this.evaluators.stream().allMatch((it) -> it.isAllowed("", path, method, ANONYMOUS));
			return all ? this.allowed : Reach.ADMITTED;
		}
		catch (RuntimeException ex) {
			// A rule that looks at more of a request than its path, such as an address
			return Reach.UNKNOWN;
		}
	}

}
