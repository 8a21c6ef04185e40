package dev.mainstay.core.validation.json;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;

/**
 * What is looked for in every document, beyond what Jackson itself does.
 *
 * @param refusesNul whether a text must not hold the character NUL
 * @param refusesControl whether a text must not hold control characters
 * @param exponent how large the exponent of a number may be
 */
record DocumentGuard(boolean refusesNul, boolean refusesControl, int exponent) {

	private static final String DUPLICATE = "Duplicate Object property";

	/** The messages of Jackson name the getter of the limit. */
	private static final Map<String, String> LIMITS = Map.of("getMaxNestingDepth", "json-depth", "getMaxTokenCount",
			"json-tokens", "getMaxStringLength", "json-string-length", "getMaxNameLength", "json-name-length",
			"getMaxNumberLength", "json-number-length");

	void checkText(JsonParser parser, String text) {
		if (this.refusesNul && Characters.hasNul(text)) {
			throw DocumentException.character(parser, null);
		}
		if (this.refusesControl && Characters.hasControl(text)) {
			throw DocumentException.character(parser, JsonRule.CONTROL_CHARACTERS);
		}
	}

	void checkNumber(JsonParser parser) {
		if (this.exponent != JsonLimits.NONE && Characters.isExponentBeyond(this.exponent, parser.getStringCharacters(),
				parser.getStringOffset(), parser.getStringLength())) {
			throw DocumentException.limit(parser, "json-exponent", this.exponent, null);
		}
	}

	/** The same failure, with the place where the parser is. */
	JacksonException located(JsonParser parser, JacksonException failure) {
		if (failure instanceof DocumentException) {
			return failure;
		}
		String message = String.valueOf(failure.getOriginalMessage());
		if (failure instanceof StreamConstraintsException) {
			String limit = limit(message);
			return (limit != null) ? DocumentException.limit(parser, limit, max(limit, parser), failure) : failure;
		}
		boolean duplicate = failure instanceof StreamReadException && message.startsWith(DUPLICATE);
		return duplicate ? DocumentException.duplicate(parser, failure) : failure;
	}

	private static @Nullable String limit(String message) {
		return LIMITS.entrySet()
			.stream()
			.filter((limit) -> message.contains(limit.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(null);
	}

	private static long max(String limit, JsonParser parser) {
		StreamReadConstraints constraints = parser.streamReadConstraints();
		return switch (limit) {
			case "json-depth" -> constraints.getMaxNestingDepth();
			case "json-tokens" -> constraints.getMaxTokenCount();
			case "json-string-length" -> constraints.getMaxStringLength();
			case "json-name-length" -> constraints.getMaxNameLength();
			default -> constraints.getMaxNumberLength();
		};
	}

}
