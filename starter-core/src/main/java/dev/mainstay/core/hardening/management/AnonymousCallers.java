package dev.mainstay.core.hardening.management;

import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.probe.Probe;
import dev.mainstay.core.hardening.probe.ProbeAnswer;
import dev.mainstay.core.hardening.probe.Prober;
import dev.mainstay.core.hardening.probe.web.Probers;

/**
 * Tells whether an application answers somebody it does not know.
 */
@FunctionalInterface
interface AnonymousCallers {

	/** The chains of the reactive stack decide on exchanges only. */
	String REACTIVE_CHAIN = "org.springframework.security.web.server.SecurityWebFilterChain";

	/** Spring Security's own answer for the servlet stack. */
	String SERVLET_EVALUATOR = "org.springframework.security.web.access.WebInvocationPrivilegeEvaluator";

	/** Whom a path answers. */
	Reach reach(String path, String method);

	/** Without Spring Security nothing asks. A probe sees whatever does. */
	static AnonymousCallers of(InspectedApplication application) {
		Prober prober = ManagementPort.isSeparate(application) ? Probers.ofManagement(application)
				: Probers.of(application);
		AnonymousCallers rules = ofRules(application);
		if (prober == null) {
			return rules;
		}
		return (path, method) -> {
			ProbeAnswer answer = prober.ask(Probe.ofStranger(method, path));
			if (answer.reached()) {
				return Reach.ANYBODY;
			}
			return answer.isRefused() ? Reach.ADMITTED : rules.reach(path, method);
		};
	}

	private static AnonymousCallers ofRules(InspectedApplication application) {
		if (application.declares(SERVLET_EVALUATOR)) {
			return new ServletCallers(application);
		}
		Reach always = application.declares(REACTIVE_CHAIN) ? Reach.UNKNOWN : Reach.ANYBODY;
		return (path, method) -> always;
	}

}
