package dev.mainstay.core.validation.autoconfigure;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.core.validation.json.JsonLimits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the limits on JSON documents.
 *
 * @param jsonDepth How deeply arrays and objects may be nested, -1 for what Jackson takes
 * @param jsonTokens How many tokens a document may have, -1 for any number
 * @param jsonStringLength How many characters a string may have, -1 for what Jackson
 * takes
 * @param jsonNameLength How many characters a name may have, -1 for what Jackson takes
 * @param jsonNumberLength How many characters a number may have, -1 for what Jackson
 * takes
 * @param jsonExponent How large the exponent of a number may be, whatever its sign, -1
 * for any
 * @param jsonNul Whether a string may hold the character NUL
 */
@ConfigurationProperties("mainstay.validation.limits")
record JsonLimitsProperties(@DefaultValue("200") int jsonDepth, @DefaultValue("1000000") long jsonTokens,
		@DefaultValue("20000000") int jsonStringLength, @DefaultValue("10000") int jsonNameLength,
		@DefaultValue("1000") int jsonNumberLength, @DefaultValue("400") int jsonExponent,
		@DefaultValue("false") boolean jsonNul) {

	JsonLimitsProperties {
		check("json-depth", jsonDepth);
		check("json-tokens", jsonTokens);
		check("json-string-length", jsonStringLength);
		check("json-name-length", jsonNameLength);
		check("json-number-length", jsonNumberLength);
		check("json-exponent", jsonExponent);
	}

	private static void check(String property, long value) {
		InvalidPropertyException.check(value > 0 || value == JsonLimits.NONE, "mainstay.validation.limits." + property,
				value, "it has to be above zero, or -1", "Set a number, or -1 for no limit of Mainstay");
	}

	JsonLimits limits() {
		return new JsonLimits(this.jsonDepth, this.jsonTokens, this.jsonStringLength, this.jsonNameLength,
				this.jsonNumberLength, this.jsonExponent);
	}

	static JsonLimits none() {
		int none = JsonLimits.NONE;
		return new JsonLimits(none, none, none, none, none, none);
	}

}
