package dev.mainstay.core.hardening.web;

import java.util.Optional;

import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.probe.Probe;
import dev.mainstay.core.hardening.probe.ProbeAnswer;
import dev.mainstay.core.hardening.probe.Prober;
import dev.mainstay.core.hardening.probe.web.Probers;
import dev.mainstay.core.hardening.probe.web.ServletPath;

/**
 * Tells what somebody may call who has not logged in. Thread-safe.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface AnonymousRules {

	/**
	 * Whether a request needs no login.
	 * @param verb the request method
	 * @param path the path inside the servlet of Spring MVC
	 * @return whether it gets through
	 */
	boolean allow(String verb, String path);

	/**
	 * Find who can tell. A probe sees all that guards the handlers; where it comes to no
	 * end that says something, such as a handler that wants another parameter, the rules
	 * of the servlet stack speak for themselves: on the reactive one it has come past
	 * those who ask who calls.
	 * @param application the application
	 * @return the rules; none if nobody can tell, as on the reactive stack without probes
	 */
	static Optional<AnonymousRules> of(InspectedApplication application) {
		String prefix = ServletPath.of(application);
		Prober prober = Probers.of(application);
		boolean known = !application.beans("org.springframework.security.web.FilterChainProxy").isEmpty();
		AnonymousRules rules = (verb, path) -> !known || ServletRules.allow(application, verb, prefix + path);
		if (prober != null) {
			return Optional.of((verb, path) -> {
				ProbeAnswer answer = prober.ask(Probe.ofStranger(verb, prefix + path));
				return isAnswered(answer) || (!answer.isRefused() && rules.allow(verb, path));
			});
		}
		return known ? Optional.of(rules) : Optional.empty();
	}

	/** A static resource is served by no handler that would not be called. */
	private static boolean isAnswered(ProbeAnswer answer) {
		return answer.reached() || answer.status() == 200;
	}

}
