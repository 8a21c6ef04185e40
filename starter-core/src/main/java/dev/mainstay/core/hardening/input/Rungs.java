package dev.mainstay.core.hardening.input;

import java.util.Optional;

import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.mode.Rung;

/**
 * Says how far Mainstay takes a rule of its own that mends what is found.
 */
final class Rungs {

	private Rungs() {
	}

	static Optional<Rule> rule(InspectedApplication application, String name) {
		return application.beans(Ladder.class)
			.stream()
			.flatMap((ladder) -> ladder.rules().stream())
			.filter((rule) -> rule.name().equals("validation." + name))
			.findFirst();
	}

	static boolean isEnforced(InspectedApplication application, String name) {
		return rule(application, name).filter((rule) -> rule.rung() == Rung.ENFORCE).isPresent();
	}

}
