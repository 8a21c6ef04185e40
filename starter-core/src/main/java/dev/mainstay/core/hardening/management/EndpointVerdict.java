package dev.mainstay.core.hardening.management;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Verdict;

/**
 * Says of endpoints that they answer anybody, or that nobody can tell.
 */
final class EndpointVerdict {

	private EndpointVerdict() {
	}

	/**
	 * Judge the exposed endpoints.
	 * @param application the application
	 * @param concerns the endpoints that the check is about
	 * @param reach the operations that it is about
	 * @param evidence what is said of an endpoint that answers anybody
	 * @return the verdict
	 */
	static Verdict of(InspectedApplication application, Predicate<ExposedEndpoint> concerns,
			Function<ExposedEndpoint, Reach> reach, Function<ExposedEndpoint, String> evidence) {
		String closed = ExposedEndpoints.closed(application);
		if (closed != null) {
			return Verdict.notApplicable(closed);
		}
		List<ExposedEndpoint> endpoints = ExposedEndpoints.of(application).stream().filter(concerns).toList();
		List<Finding> findings = endpoints.stream()
			.filter((endpoint) -> reach.apply(endpoint) == Reach.ANYBODY)
			.map((endpoint) -> new Finding(evidence.apply(endpoint), ExposedEndpoints.origin(application)))
			.toList();
		boolean unknown = endpoints.stream().anyMatch((endpoint) -> reach.apply(endpoint) == Reach.UNKNOWN);
		return (findings.isEmpty() && unknown)
				? Verdict.unknown("what Spring Security lets through to the endpoints cannot be asked here")
				: Verdict.of(findings);
	}

}
