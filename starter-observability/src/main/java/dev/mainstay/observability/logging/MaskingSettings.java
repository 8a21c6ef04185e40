package dev.mainstay.observability.logging;

import java.util.List;
import java.util.Locale;

import dev.mainstay.core.mode.Switch;
import dev.mainstay.observability.masking.EmailPolicy;
import dev.mainstay.observability.masking.MaskingEngine;
import dev.mainstay.observability.masking.MaskingRules;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Reads the properties of masking before there is a context that could bind them.
 *
 * @since 0.1.0
 */
public final class MaskingSettings {

	private MaskingSettings() {
	}

	/**
	 * The engine of what leaves the service for its operators, whoever masks its answers.
	 * @param environment the environment
	 * @return the engine, one that masks nothing if masking is switched off
	 */
	public static MaskingEngine engine(Environment environment) {
		return engine(rules(environment));
	}

	static MaskingEngine engine(@Nullable MaskingRules rules) {
		return (rules != null) ? MaskingEngine.create(rules) : MaskingEngine.none();
	}

	/**
	 * What the engine is made of.
	 * @return the rules, absent if masking is switched off
	 */
	static @Nullable MaskingRules rules(Environment environment) {
		if (!Switch.isOn(environment, "mainstay.masking.enabled")) {
			return null;
		}
		Binder binder = Binder.get(environment);
		List<String> keys = binder.bind("mainstay.masking.keys", Bindable.listOf(String.class)).orElse(List.of());
		return new MaskingRules(keys, email(environment));
	}

	/**
	 * A wrong value is reported later, when the property is bound, with a log to report
	 * it in.
	 */
	private static EmailPolicy email(Environment environment) {
		String value = environment.getProperty("mainstay.masking.email", "");
		for (EmailPolicy policy : EmailPolicy.values()) {
			if (letters(policy.name()).equals(letters(value))) {
				return policy;
			}
		}
		return MaskingRules.defaults().email();
	}

	private static String letters(String value) {
		return value.replaceAll("[-_\\s]", "").toLowerCase(Locale.ROOT);
	}

}
