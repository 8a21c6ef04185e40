package dev.mainstay.core.validation.json;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Finds the rule that a document broke by the way in which reading it failed.
 */
final class Findings {

	/** No honest number is longer, and a hostile one shall not be parsed to find out. */
	private static final int MAX_NUMBER = 100;

	private static final String TEXT = "Cannot coerce String value (\"";

	private Findings() {
	}

	/**
	 * The rule, if it is one of those that were in force.
	 */
	static @Nullable JsonRule rule(RuntimeException failure, int strict) {
		JacksonException told = jackson(failure);
		JsonRule rule = (told != null) ? rule(told) : null;
		if (rule == JsonRule.ENUM_ORDINALS && !rule.isIn(strict)) {
			rule = JsonRule.SCALAR_COERCION;
		}
		return (rule != null && rule.isIn(strict)) ? rule : null;
	}

	/**
	 * The failure that names a rule, else the first: a class of the application may have
	 * wrapped it in its own.
	 */
	private static @Nullable JacksonException jackson(Throwable failure) {
		JacksonException found = null;
		for (Throwable it = failure; it != null; it = it.getCause()) {
			found = (it instanceof JacksonException jackson && (found == null || rule(jackson) != null)) ? jackson
					: found;
		}
		return found;
	}

	private static @Nullable JsonRule rule(JacksonException failure) {
		if (failure instanceof DocumentException document) {
			return document.rule();
		}
		if (failure instanceof UnrecognizedPropertyException) {
			return JsonRule.UNKNOWN_PROPERTIES;
		}
		if (failure.getClass() == InvalidNullException.class) {
			return JsonRule.NULL_ELEMENTS;
		}
		if (failure instanceof InvalidFormatException format) {
			return ofFormat(format);
		}
		return (failure instanceof MismatchedInputException
				&& isCoercible(String.valueOf(failure.getOriginalMessage()))) ? JsonRule.SCALAR_COERCION : null;
	}

	private static @Nullable JsonRule ofFormat(InvalidFormatException format) {
		boolean ordinal = format.getTargetType() != null && Enum.class.isAssignableFrom(format.getTargetType())
				&& isNumber(format.getValue());
		if (ordinal) {
			return JsonRule.ENUM_ORDINALS;
		}
		return isCoercible(format) ? JsonRule.SCALAR_COERCION : null;
	}

	private static boolean isCoercible(InvalidFormatException format) {
		return (format.getValue() instanceof String text) ? isText(text)
				: format.getValue() instanceof Number || format.getValue() instanceof Boolean;
	}

	/** Of a text that it might have read as something else, Jackson only tells so. */
	private static boolean isCoercible(String message) {
		int end = message.startsWith(TEXT) ? message.indexOf("\") to ", TEXT.length()) : -1;
		return end >= 0 && isText(message.substring(TEXT.length(), end));
	}

	/** A text that is no number cannot be read as one, however lenient the mapper is. */
	private static boolean isText(String text) {
		return text.isBlank() || isNumber(text) || "true".equalsIgnoreCase(text) || "false".equalsIgnoreCase(text);
	}

	private static boolean isNumber(@Nullable Object value) {
		if (!(value instanceof String text) || text.length() > MAX_NUMBER) {
			return value instanceof Number;
		}
		try {
			return new BigDecimal(text.trim()).precision() > 0;
		}
		catch (NumberFormatException ex) {
			return false;
		}
	}

	/**
	 * What is to be passed over when the document is read again: the rule that it broke,
	 * if that one reports; if it broke none that is known here, all that report, since a
	 * rule that reports must never reject.
	 * @param strict the rules that were in force
	 * @param reporting those of them that report
	 * @return rules, 0 if reading it again makes no difference
	 */
	static int relax(RuntimeException failure, int strict, int reporting) {
		JsonRule rule = rule(failure, strict);
		if (rule != null) {
			return rule.bit() & reporting;
		}
		JacksonException first = jackson(failure);
		return (first == null || first instanceof DatabindException) ? reporting : 0;
	}

	/**
	 * The rule that is named when several had to be passed over at once: what is left
	 * when the others are known by their exceptions is mostly a coercion.
	 */
	static int named(int relaxed) {
		return JsonRule.SCALAR_COERCION.isIn(relaxed) ? JsonRule.SCALAR_COERCION.bit() : Integer.lowestOneBit(relaxed);
	}

}
