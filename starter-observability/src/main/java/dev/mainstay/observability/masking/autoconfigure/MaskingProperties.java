package dev.mainstay.observability.masking.autoconfigure;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of masking.
 *
 * @param keys Comma-separated list of further keys whose values are masked; case,
 * hyphens, underscores and dots do not matter
 */
@ConfigurationProperties("mainstay.masking")
record MaskingProperties(@DefaultValue List<String> keys) {

	private static final String SEPARATORS = "-_. ";

	MaskingProperties {
		for (String key : keys) {
			if (key.chars().noneMatch(Character::isLetterOrDigit)) {
				throw new IllegalArgumentException(
						"mainstay.masking.keys contains '" + key + "', which has no letter or digit");
			}
			if (key.chars().anyMatch((c) -> !Character.isLetterOrDigit(c) && SEPARATORS.indexOf(c) < 0)) {
				throw new IllegalArgumentException("mainstay.masking.keys contains '" + key
						+ "', which no key would match: use letters, digits, hyphens, underscores and dots");
			}
		}
		keys = List.copyOf(keys);
	}

}
