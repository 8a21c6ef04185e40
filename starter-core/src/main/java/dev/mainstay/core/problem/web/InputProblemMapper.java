package dev.mainstay.core.problem.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemCode;
import dev.mainstay.core.problem.ProblemMapper;
import dev.mainstay.core.problem.Violation;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.ConversionNotSupportedException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.annotation.MethodArgumentConversionNotSupportedException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebInputException;

/**
 * A parameter, header, cookie or path variable is missing or of the wrong type.
 */
final class InputProblemMapper implements ProblemMapper {

	private final ViolationTexts texts;

	InputProblemMapper(ViolationTexts texts) {
		this.texts = texts;
	}

	@Override
	public @Nullable Problem map(Throwable failure) {
		if (failure instanceof ConversionNotSupportedException
				|| failure instanceof MethodArgumentConversionNotSupportedException) {
			return Problem.of(ProblemCode.INTERNAL_ERROR);
		}
		if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
			return wrongType(mismatch.getParameter(), mismatch);
		}
		if (failure instanceof TypeMismatchException) {
			return Problem.of(ProblemCode.MALFORMED_REQUEST);
		}
		return (failure instanceof ServerWebInputException input) ? map(input) : null;
	}

	private @Nullable Problem map(ServerWebInputException input) {
		MethodParameter parameter = input.getMethodParameter();
		if (parameter == null) {
			return null;
		}
		if (input instanceof MissingRequestValueException missing) {
			Place place = Place.of(parameter);
			return required(new Place(place.in(), missing.getName()));
		}
		return (input.getCause() instanceof TypeMismatchException mismatch) ? wrongType(parameter, mismatch) : null;
	}

	static Problem required(Place place) {
		return malformed(place.violation("required", ViolationTexts.REQUIRED));
	}

	private Problem wrongType(MethodParameter parameter, TypeMismatchException mismatch) {
		Violation violation = Place.of(parameter).violation("type-mismatch", ViolationTexts.WRONG_TYPE);
		Class<?> required = mismatch.getRequiredType();
		if (required != null && required.isEnum()) {
			violation = violation.withParams(Map.of("allowed",
					Arrays.stream(required.getEnumConstants())
						.map((constant) -> ((Enum<?>) constant).name())
						.limit(Problem.MAX_ERRORS)
						.toList()));
		}
		return malformed(this.texts.withValue(violation, mismatch.getValue()));
	}

	static Problem malformed(Violation violation) {
		return Problem.of(ProblemCode.MALFORMED_REQUEST).withErrors(List.of(violation));
	}

}
