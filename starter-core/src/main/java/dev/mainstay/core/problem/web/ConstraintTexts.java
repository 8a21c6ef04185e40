package dev.mainstay.core.problem.web;

import jakarta.validation.ConstraintViolation;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterValidationResult;

/**
 * What only Bean Validation knows of a violation.
 */
final class ConstraintTexts {

	private ConstraintTexts() {
	}

	/** What must not show up in the text of a violation of an object. */
	static @Nullable Object value(ObjectError error, @Nullable Object value) {
		if (!error.contains(ConstraintViolation.class)) {
			return value;
		}
		ConstraintViolation<?> violation = error.unwrap(ConstraintViolation.class);
		return showsValue(violation) ? ViolationTexts.SHOWN : (value != null) ? value : violation.getInvalidValue();
	}

	/** What must not show up in the text of a violation of a parameter. */
	static @Nullable Object value(ParameterValidationResult result, MessageSourceResolvable error) {
		try {
			ConstraintViolation<?> violation = result.unwrap(error, ConstraintViolation.class);
			return showsValue(violation) ? ViolationTexts.SHOWN : violation.getInvalidValue();
		}
		catch (IllegalArgumentException ex) {
			return result.getArgument();
		}
	}

	/** Whether the author of the message had the value shown in it. */
	static boolean showsValue(ConstraintViolation<?> violation) {
		String template = violation.getMessageTemplate();
		return template != null && template.contains("validatedValue");
	}

}
