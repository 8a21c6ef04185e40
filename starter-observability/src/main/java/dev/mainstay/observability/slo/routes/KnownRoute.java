package dev.mainstay.observability.slo.routes;

import java.util.Set;

import dev.mainstay.observability.slo.RoutePattern;

/**
 * A route of the application.
 *
 * @param methods its methods, empty for all
 * @param template its template
 * @since 0.1.0
 */
public record KnownRoute(Set<String> methods, String template) {

	boolean isMeantBy(RoutePattern pattern) {
		return pattern.matchesRoute(this.template)
				&& (pattern.method() == null || this.methods.isEmpty() || this.methods.contains(pattern.method()));
	}

	@Override
	public String toString() {
		return this.methods.isEmpty() ? this.template
				: String.join(",", this.methods.stream().sorted().toList()) + " " + this.template;
	}

}
