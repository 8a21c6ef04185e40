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

	/** Whether the author of the message had the value shown in it. */
	static boolean showsValue(ObjectError error) {
		return error.contains(ConstraintViolation.class) && showsValue(error.unwrap(ConstraintViolation.class));
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

	static boolean showsValue(ConstraintViolation<?> violation) {
		String template = violation.getMessageTemplate();
		return template != null && template.contains("validatedValue");
	}

}
