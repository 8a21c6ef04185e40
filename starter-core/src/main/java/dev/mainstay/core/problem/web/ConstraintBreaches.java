package dev.mainstay.core.problem.web;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import jakarta.validation.ConstraintViolation;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterValidationResult;

/**
 * What only Bean Validation knows of a violation.
 */
final class ConstraintBreaches {

	/** A limit that is none: nobody has to be told of it. */
	private static final Set<Object> NO_LIMIT = Set.of(Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE,
			Long.MIN_VALUE, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY,
			Float.NEGATIVE_INFINITY);

	/** Nobody writes longer limits. */
	private static final int MAX_DIGITS = 50;

	private ConstraintBreaches() {
	}

	static Breach of(ObjectError error, @Nullable Object value) {
		if (!error.contains(ConstraintViolation.class)) {
			return Breach.ofValue(value);
		}
		ConstraintViolation<?> violation = error.unwrap(ConstraintViolation.class);
		return of(violation, (value != null) ? value : violation.getInvalidValue());
	}

	static Breach of(ParameterValidationResult result, MessageSourceResolvable error) {
		try {
			ConstraintViolation<?> violation = result.unwrap(error, ConstraintViolation.class);
			return of(violation, violation.getInvalidValue());
		}
		catch (IllegalArgumentException ex) {
			return Breach.ofValue(result.getArgument());
		}
	}

	static Breach of(ConstraintViolation<?> violation, @Nullable Object value) {
		String template = violation.getMessageTemplate();
		boolean shown = template != null && template.contains("validatedValue");
		Map<String, Object> params = new TreeMap<>();
		violation.getConstraintDescriptor().getAttributes().forEach((name, attribute) -> {
			Object number = number(name, attribute);
			if (number != null) {
				params.put(name, number);
			}
		});
		return new Breach(value, shown, params);
	}

	private static @Nullable Object number(String name, @Nullable Object attribute) {
		if (attribute instanceof Number) {
			return NO_LIMIT.contains(attribute) ? null : attribute;
		}
		if (attribute instanceof String text && name.equals("value") && text.length() <= MAX_DIGITS) {
			return decimal(text);
		}
		return (name.equals("inclusive") && attribute instanceof Boolean) ? attribute : null;
	}

	/** Decimal limits are written as text. */
	private static @Nullable BigDecimal decimal(String text) {
		try {
			return new BigDecimal(text);
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

}
