package dev.mainstay.security.browser;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.core.hardening.web.ChainPart;
import dev.mainstay.core.hardening.web.InspectedChains;
import dev.mainstay.core.hardening.web.InspectedHandler;
import dev.mainstay.core.hardening.web.InspectedHandlers;

import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Where a session stands for a user and no token is asked for, the rule should hold.
 */
final class CrossSiteRuleCheck implements HardeningCheck {

	private static final Set<String> SESSIONS = Set.of("jakarta.servlet.http.HttpSession",
			"org.springframework.web.server.WebSession");

	private static final String SESSION_ATTRIBUTE = "org.springframework.web.bind.annotation.SessionAttribute";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("CSRF-02", Group.BROWSER, Severity.MEDIUM)
		.title("Pages of other sites change nothing by a user's session")
		.why("""
				A browser adds the cookie of the session to what a page of another site sends, and a JSON API that \
				reads a body whatever its type takes it for the user's.""")
		.source("ASVS 5.0 3.5.1 and 3.5.2")
		.decides("""
				Where handlers take the session and no chain of Spring Security asks for a token (its CSRF filter), \
				looks how far Mainstay's rule on requests of other sites goes. A rule that only reports counts in \
				production, as a desk has no users to go by. Not applicable where no handler takes the session, or \
				Mainstay does not look at browsers.""")
		.fix("mainstay." + CrossSiteProtection.RULE + "=enforce");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		Optional<InspectedRule> rule = InspectedRule.of(application, CrossSiteProtection.RULE);
		if (rule.isEmpty()) {
			return Verdict.notApplicable("Mainstay does not look at browsers");
		}
		Optional<InspectedHandler> handler = InspectedHandlers.of(application)
			.stream()
			.filter(CrossSiteRuleCheck::takesSession)
			.findFirst();
		if (handler.isEmpty()) {
			return Verdict.notApplicable("no handler takes the session");
		}
		boolean guarded = InspectedChains.of(application).stream().anyMatch((chain) -> chain.hasAny(ChainPart.CSRF));
		if (guarded || rule.get().isEnforced()) {
			return Verdict.pass();
		}
		return rule.get().isDueIn(application)
				? Verdict
					.fail(rule.get().finding(application, ", and " + handler.get().name() + " goes by the session"))
				: Verdict.notApplicable("no sign of production, and the rule reports");
	}

	private static boolean takesSession(InspectedHandler handler) {
		return Stream.of(handler.method().getMethodParameters()).anyMatch(CrossSiteRuleCheck::isSession)
				|| AnnotatedElementUtils.isAnnotated(handler.method().getBeanType(), SESSION_ATTRIBUTE + "s");
	}

	private static boolean isSession(MethodParameter parameter) {
		return SESSIONS.contains(parameter.getParameterType().getName())
				|| Stream.of(parameter.getParameterAnnotations())
					.anyMatch((annotation) -> SESSION_ATTRIBUTE.equals(annotation.annotationType().getName()));
	}

}
