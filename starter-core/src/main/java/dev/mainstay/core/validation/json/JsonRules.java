package dev.mainstay.core.validation.json;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.mode.Rung;

/**
 * The rules on the JSON of requests, each on its rung, and the limits that hold whatever
 * the rules say. Immutable, thread-safe.
 *
 * @since 0.1.0
 */
public final class JsonRules {

	private final JsonLimits limits;

	private final Map<JsonRule, Rule> rules = new EnumMap<>(JsonRule.class);

	private final boolean refusesNul;

	private final int active;

	private final int reporting;

	/**
	 * Create the rules.
	 * @param limits the limits
	 * @param rules gives each rule on its rung
	 * @param refusesNul whether a string must not hold the character NUL
	 */
	public JsonRules(JsonLimits limits, Function<JsonRule, Rule> rules, boolean refusesNul) {
		this.limits = limits;
		this.refusesNul = refusesNul;
		int active = 0;
		int reporting = 0;
		for (JsonRule rule : JsonRule.values()) {
			Rule onRung = rules.apply(rule);
			this.rules.put(rule, onRung);
			active |= onRung.isActive() ? rule.bit() : 0;
			reporting |= (onRung.rung() == Rung.REPORT) ? rule.bit() : 0;
		}
		this.active = active;
		this.reporting = reporting;
	}

	/**
	 * Whether there is anything to do.
	 * @return whether there is a limit or an active rule
	 */
	public boolean isActive() {
		return this.active != 0 || this.refusesNul || this.limits.isActive();
	}

	/**
	 * Whether Mainstay limits how much there may be in a document.
	 * @return whether the number of tokens is limited
	 * @since 0.1.0
	 */
	public boolean limitsTokens() {
		return this.limits.tokens() != JsonLimits.NONE;
	}

	JsonLimits limits() {
		return this.limits;
	}

	boolean refusesNul() {
		return this.refusesNul;
	}

	int active() {
		return this.active;
	}

	int reporting() {
		return this.reporting;
	}

	Rule rule(JsonRule rule) {
		return Objects.requireNonNull(this.rules.get(rule), "Every rule is on the ladder");
	}

}
