package dev.mainstay.core.validation;

import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.mode.Rung;
import org.jspecify.annotations.Nullable;

/**
 * Puts the rules of the validation on the ladder: each on a rung of its own if its
 * property says so, else where the strictness puts it, else where the mode does.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class ValidationRules {

	private static final String PREFIX = "validation.";

	private final Ladder ladder;

	private final Strictness strictness;

	private final boolean active;

	/**
	 * Create the rules.
	 * @param ladder the ladder
	 * @param strictness where rules stand that have no rung of their own
	 * @param active whether there is any validation; if not, every rule is off. Read at
	 * run time, because in an AOT-processed application the rules are there whatever the
	 * properties say
	 */
	public ValidationRules(Ladder ladder, Strictness strictness, boolean active) {
		this.ladder = ladder;
		this.strictness = strictness;
		this.active = active;
	}

	/**
	 * Register a rule. Called while the application starts, once per rule.
	 * @param name the name of the rule behind {@code validation.}, such as
	 * {@code missing-valid}
	 * @param rung the rung that its property sets, {@code null} if it is not set
	 * @return the rule
	 */
	public Rule rule(String name, @Nullable Rung rung) {
		return this.ladder.rule(PREFIX + name, this.active ? orStrictness(rung) : Rung.OFF);
	}

	private @Nullable Rung orStrictness(@Nullable Rung rung) {
		return (rung != null) ? rung : this.strictness.rung();
	}

}
