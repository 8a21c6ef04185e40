package dev.mainstay.observability.masking.autoconfigure;

import java.util.List;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.observability.masking.EmailPolicy;
import dev.mainstay.observability.masking.MaskingRules;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of masking.
 *
 * @param keys Comma-separated list of further keys whose values are masked; case,
 * hyphens, underscores and dots do not matter
 * @param email What is done with e-mail addresses in logs: the part before the @ is
 * masked, the whole address, or nothing
 * @param warnUnmasked Whether a start warns of log lines that are not masked because the
 * application has a format, a pattern or a Logback file of its own
 */
@ConfigurationProperties("mainstay.masking")
record MaskingProperties(@DefaultValue List<String> keys, @DefaultValue("local-part") EmailPolicy email,
		@DefaultValue("true") boolean warnUnmasked) {

	static final String WARN_UNMASKED = "mainstay.masking.warn-unmasked";

	private static final String PROPERTY = "mainstay.masking.keys";

	private static final String SEPARATORS = "-_. ";

	MaskingProperties {
		for (String key : keys) {
			InvalidPropertyException.check(key.chars().anyMatch(Character::isLetterOrDigit), PROPERTY, keys,
					"'" + key + "' has no letter or digit", "Remove it");
			InvalidPropertyException.check(key.chars().allMatch(MaskingProperties::isPartOfKey), PROPERTY, keys,
					"no key in a log is like '" + key + "'",
					"Write it with letters, digits, hyphens, underscores and dots only");
		}
		keys = List.copyOf(keys);
	}

	MaskingRules rules() {
		return new MaskingRules(this.keys, this.email);
	}

	private static boolean isPartOfKey(int c) {
		return Character.isLetterOrDigit(c) || SEPARATORS.indexOf(c) >= 0;
	}

}
