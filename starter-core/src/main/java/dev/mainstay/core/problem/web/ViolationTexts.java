package dev.mainstay.core.problem.web;

import java.util.List;
import java.util.Locale;

import dev.mainstay.core.problem.JsonPointer;
import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemCode;
import dev.mainstay.core.problem.PropertyStep;
import dev.mainstay.core.problem.Violation;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.validation.FieldError;

/**
 * The code and the text of a violation: the application's own message in the caller's
 * language, unless it would echo the value.
 */
final class ViolationTexts {

	static final String INVALID = "The value is not valid.";

	static final String WRONG_TYPE = "The value has the wrong type.";

	static final String UNBOUND_NAME = "The name is not one that this operation takes.";

	static final String REQUIRED = "A value is required.";

	/** Shorter values turn up in messages by chance, such as the 1 of "at least 10". */
	private static final int MIN_ECHO = 3;

	private final MessageSource messages;

	private final BodyNames names;

	private final boolean rejectedValues;

	/**
	 * Create the texts.
	 * @param messages resolves the messages of constraints
	 * @param names names the properties of a body
	 * @param rejectedValues whether the values that broke a constraint are told
	 */
	ViolationTexts(MessageSource messages, BodyNames names, boolean rejectedValues) {
		this.messages = messages;
		this.names = names;
		this.rejectedValues = rejectedValues;
	}

	/**
	 * What the violations are told in is in the language of the caller, if it is known.
	 */
	Problem problem(List<Violation> violations) {
		Problem problem = Problem.of(ProblemCode.VALIDATION_FAILED)
			.withErrors(violations.stream().sorted(Violation.ORDER).toList());
		Locale locale = LocaleContextHolder.getLocale();
		return LocalizedTexts.contain(locale) ? problem.withHeader("Content-Language", locale.toLanguageTag())
				: problem;
	}

	Violation violation(Place place, String path, MessageSourceResolvable error, Breach breach) {
		return violation(place, path, new Words(code(error), text(error, breach)), breach);
	}

	Violation violation(Place place, String path, Words words, Breach breach) {
		String location = path.isEmpty() ? place.name() : path;
		if (place.body() != null) {
			location = JsonPointer.ROOT.append(this.names.of(place.body(), PropertyStep.of(path))).toString();
		}
		Violation violation = new Violation(place.in(), location, words.code(), words.detail());
		return withValue(violation.withParams(breach.params()), breach.value());
	}

	/** Only what is a value by itself: the text of an object may say anything. */
	Violation withValue(Violation violation, @Nullable Object value) {
		return (this.rejectedValues && value != null && BeanUtils.isSimpleValueType(value.getClass()))
				? violation.withRejectedValue(shown(value)) : violation;
	}

	/** The last code is the most general one: the name of the constraint. */
	private static String code(MessageSourceResolvable error) {
		String[] codes = error.getCodes();
		String code = (codes != null && codes.length > 0) ? codes[codes.length - 1] : "";
		return kebab(code);
	}

	/** {@code NotBlank} and {@code not.blank} become {@code not-blank}. */
	static String kebab(String name) {
		String kebab = name.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
			.replaceAll("([A-Z])([A-Z][a-z])", "$1-$2")
			.replaceAll("[^A-Za-z0-9]+", "-")
			.toLowerCase(Locale.ROOT);
		String trimmed = kebab.replaceAll("^-|-$", "");
		return trimmed.isEmpty() ? "invalid" : trimmed;
	}

	private String text(MessageSourceResolvable error, Breach breach) {
		return breach.shown() ? INVALID : withoutEcho(message(error), breach.value());
	}

	/** The default message of a failed binding names types and repeats the value. */
	private String message(MessageSourceResolvable error) {
		boolean binding = error instanceof FieldError fieldError && fieldError.isBindingFailure();
		MessageSourceResolvable safe = binding
				? new DefaultMessageSourceResolvable(error.getCodes(), error.getArguments(), WRONG_TYPE) : error;
		try {
			return this.messages.getMessage(safe, LocaleContextHolder.getLocale());
		}
		catch (NoSuchMessageException | IllegalArgumentException ex) {
			return INVALID;
		}
	}

	/** Whatever the type of the value: a message shows it as its text. */
	static String withoutEcho(String text, @Nullable Object value) {
		String shown = (value != null) ? shown(value) : "";
		return (shown.length() >= MIN_ECHO && text.contains(shown)) ? INVALID : text;
	}

	/** A value that has no text was not shown either. */
	private static String shown(Object value) {
		try {
			return String.valueOf(value);
		}
		catch (RuntimeException | Error ex) {
			return "";
		}
	}

	/**
	 * What is told of a violation.
	 *
	 * @param code a stable word
	 * @param detail a sentence
	 */
	record Words(String code, String detail) {

	}

}
