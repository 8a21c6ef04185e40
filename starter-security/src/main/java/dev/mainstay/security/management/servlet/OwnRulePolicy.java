package dev.mainstay.security.management.servlet;

import java.util.List;

import dev.mainstay.core.management.ManagementAccessPolicy;
import dev.mainstay.core.management.ManagementCall;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.RequestPath;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Admits a caller whom a rule that the application made for the management paths admits.
 * Such a rule is recognised by what it decides: about the path of the endpoint otherwise
 * than about any path that looks like it and for which nobody has made a rule. So neither
 * a default that asks for any user, nor one that lets everybody in, nor a rule for all
 * that is around the management paths opens an endpoint. Thread-safe.
 *
 * @since 0.1.0
 */
public final class OwnRulePolicy implements ManagementAccessPolicy {

	private static final Authentication ANONYMOUS = new AnonymousAuthenticationToken("mainstay", "anonymous",
			AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

	private static final Authentication SOMEBODY = UsernamePasswordAuthenticationToken.authenticated("somebody", "",
			List.of());

	private final ObjectProvider<WebInvocationPrivilegeEvaluator> evaluators;

	private final String basePath;

	/**
	 * Create the policy.
	 * @param evaluators gives what Spring Security would decide, if it is there
	 * @param basePath the path below which the endpoints are mapped
	 */
	public OwnRulePolicy(ObjectProvider<WebInvocationPrivilegeEvaluator> evaluators, String basePath) {
		this.evaluators = evaluators;
		this.basePath = basePath;
	}

	@Override
	public boolean admits(ManagementCall call) {
		return call.principal() instanceof Authentication caller && caller.isAuthenticated()
				&& RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
				&& admits(this.evaluators.getIfUnique(), attributes.getRequest(), caller);
	}

	private boolean admits(@Nullable WebInvocationPrivilegeEvaluator evaluator, HttpServletRequest request,
			Authentication caller) {
		if (evaluator == null) {
			return false;
		}
		String contextPath = request.getContextPath();
		Decisions here = Decisions.of(evaluator, request, request.getRequestURI().substring(contextPath.length()),
				caller);
		if (!here.caller() || here.anonymous() || !ServletRequestPathUtils.hasParsedRequestPath(request)) {
			return false;
		}
		RequestPath path = ServletRequestPathUtils.getParsedRequestPath(request);
		List<String> others = PathsWithoutRule.like(path, contextPath, this.basePath);
		return !others.isEmpty()
				&& others.stream().noneMatch((other) -> here.equals(Decisions.of(evaluator, request, other, caller)));
	}

	/**
	 * What is decided about a path.
	 */
	private record Decisions(boolean anonymous, boolean somebody, boolean caller) {

		static Decisions of(WebInvocationPrivilegeEvaluator evaluator, HttpServletRequest request, String path,
				Authentication caller) {
			String context = request.getContextPath();
			String method = request.getMethod();
			return new Decisions(evaluator.isAllowed(context, path, method, ANONYMOUS),
					evaluator.isAllowed(context, path, method, SOMEBODY),
					evaluator.isAllowed(context, path, method, caller));
		}

	}

}
