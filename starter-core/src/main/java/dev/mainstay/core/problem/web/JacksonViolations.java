package dev.mainstay.core.problem.web;

import dev.mainstay.core.problem.JsonPointer;
import dev.mainstay.core.problem.Violation;
import dev.mainstay.core.problem.Violation.In;
import dev.mainstay.core.problem.internal.LocatedFailure;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;

/**
 * Where in a document Jackson could not map it.
 */
final class JacksonViolations {

	private JacksonViolations() {
	}

	static @Nullable Violation find(Throwable cause) {
		if (cause instanceof LocatedFailure located) {
			return located.violation();
		}
		if (!(cause instanceof DatabindException mapping)) {
			return null;
		}
		JsonPointer pointer = JsonPointer.ROOT
			.append(mapping.getPath().stream().map(JacksonViolations::segment).toList());
		return violation(mapping, pointer.toString());
	}

	private static String segment(Reference reference) {
		String name = reference.getPropertyName();
		return (name != null) ? name : String.valueOf(reference.getIndex());
	}

	private static Violation violation(DatabindException mapping, String pointer) {
		if (mapping instanceof PropertyBindingException) {
			return new Violation(In.POINTER, pointer, "unknown-property", "The property is not known.");
		}
		if (mapping instanceof InvalidFormatException format && isEnum(format)) {
			return new Violation(In.POINTER, pointer, "unknown-enum", "The value is not one of those known.");
		}
		if (mapping.getClass() == InvalidNullException.class) {
			return new Violation(In.POINTER, pointer, "null-element", "The element must not be null.");
		}
		if (mapping instanceof MismatchedInputException) {
			return new Violation(In.POINTER, pointer, "type-mismatch", ViolationTexts.WRONG_TYPE);
		}
		return new Violation(In.POINTER, pointer, "invalid", ViolationTexts.INVALID);
	}

	private static boolean isEnum(MismatchedInputException mismatch) {
		return mismatch.getTargetType() != null && mismatch.getTargetType().isEnum();
	}

}
