package dev.mainstay.core.problem.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.mainstay.core.problem.JsonPointer;
import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.Violation;
import dev.mainstay.core.problem.Violation.In;
import dev.mainstay.core.problem.internal.LocatedFailure;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where in a document Jackson could not map it.
 */
final class JacksonViolations {

	private JacksonViolations() {
	}

	static @Nullable Violation find(Throwable cause, Supplier<? extends @Nullable Object> mapper,
			ViolationTexts texts) {
		if (cause instanceof LocatedFailure located) {
			return located.violation();
		}
		if (!(cause instanceof DatabindException mapping)) {
			return null;
		}
		JsonPointer pointer = JsonPointer.ROOT
			.append(mapping.getPath().stream().map(JacksonViolations::segment).toList());
		Violation violation = violation(mapping, pointer.toString());
		if (!(mapping instanceof InvalidFormatException format)) {
			return violation;
		}
		List<String> allowed = isEnum(format) ? allowed(format.getTargetType(), mapper) : List.of();
		return texts.withValue(allowed.isEmpty() ? violation : violation.withParams(Map.of("allowed", allowed)),
				format.getValue());
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

	/** What may be sent, which is not what the constants are called in Java. */
	private static List<String> allowed(Class<?> type, Supplier<? extends @Nullable Object> supplier) {
		try {
			ObjectMapper mapper = (supplier.get() instanceof ObjectMapper own) ? own : JsonMapper.shared();
			return Arrays.stream(type.getEnumConstants())
				.limit(Problem.MAX_ERRORS)
				.map((constant) -> mapper.convertValue(constant, String.class))
				.toList();
		}
		catch (RuntimeException ex) {
			return List.of();
		}
	}

}
