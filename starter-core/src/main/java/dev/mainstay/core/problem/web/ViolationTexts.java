package dev.mainstay.core.problem.web;

import java.util.Locale;

import dev.mainstay.core.problem.Violation;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.util.ClassUtils;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterValidationResult;

/**
 * The code and the text of a violation: the application's own message in the caller's
 * language, unless it would echo the value.
 */
final class ViolationTexts {

	static final String INVALID = "The value is not valid.";

	static final String WRONG_TYPE = "The value has the wrong type.";

	static final String REQUIRED = "A value is required.";

	/** Stands for a value of which the text is known to show it. */
	static final Object SHOWN = new Object();

	/** Shorter values turn up in messages by chance, such as the 1 of "at least 10". */
	private static final int MIN_ECHO = 3;

	private static final boolean beanValidation = ClassUtils.isPresent("jakarta.validation.Validator",
			ViolationTexts.class.getClassLoader());

	private final MessageSource messages;

	ViolationTexts(MessageSource messages) {
		this.messages = messages;
	}

	Violation violation(Place place, String path, MessageSourceResolvable error, @Nullable Object value) {
		return place.violation(path, code(error), text(error, value));
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

	private String text(MessageSourceResolvable error, @Nullable Object value) {
		Object shown = (error instanceof ObjectError objectError && beanValidation)
				? ConstraintTexts.value(objectError, value) : value;
		return (shown == SHOWN) ? INVALID : withoutEcho(message(error), shown);
	}

	static @Nullable Object value(ParameterValidationResult result, MessageSourceResolvable error) {
		return beanValidation ? ConstraintTexts.value(result, error) : result.getArgument();
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

}
