package dev.mainstay.core.problem.web;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.util.ClassUtils;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterValidationResult;

/**
 * What is known of the constraint that a value broke.
 *
 * @param value the value, {@code null} if there is none
 * @param shown whether the author of the message had the value shown in it
 * @param params the numbers of the constraint by their names
 */
record Breach(@Nullable Object value, boolean shown, Map<String, Object> params) {

	static final Breach UNKNOWN = new Breach(null, false, Map.of());

	private static final boolean beanValidation = ClassUtils.isPresent("jakarta.validation.Validator",
			Breach.class.getClassLoader());

	/** A constraint of an object or of one of its properties. */
	static Breach of(ObjectError error) {
		Object value = (error instanceof FieldError field) ? field.getRejectedValue() : null;
		return beanValidation ? ConstraintBreaches.of(error, value) : ofValue(value);
	}

	/** A constraint of a parameter. */
	static Breach of(ParameterValidationResult result, MessageSourceResolvable error) {
		return beanValidation ? ConstraintBreaches.of(result, error) : ofValue(result.getArgument());
	}

	static Breach ofValue(@Nullable Object value) {
		return new Breach(value, false, Map.of());
	}

}
