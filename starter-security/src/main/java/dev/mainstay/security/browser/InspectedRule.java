package dev.mainstay.security.browser;

import java.util.Optional;

import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.mode.Rung;

/**
 * A rule of this room, as the checks see it.
 *
 * @param requests how many requests have ended since the start
 */
record InspectedRule(Rule rule, long requests) {

	static Optional<InspectedRule> of(InspectedApplication application, String name) {
		return application.beans(Ladder.class)
			.stream()
			.flatMap((ladder) -> ladder.rules().stream().map((rule) -> new InspectedRule(rule, ladder.requests())))
			.filter((it) -> it.rule().name().equals(name))
			.findFirst();
	}

	boolean isEnforced() {
		return this.rule.rung() == Rung.ENFORCE;
	}

	/** A rule that reports does what it should where there are no users yet. */
	boolean isDueIn(InspectedApplication application) {
		return this.rule.rung() == Rung.OFF || application.production() != null;
	}

	Finding finding(InspectedApplication application, String why) {
		String rung = (this.rule.rung() == Rung.OFF) ? " is off" : " only reports";
		return new Finding(this.rule.property() + rung + why, application.origin(this.rule.property()));
	}

}
