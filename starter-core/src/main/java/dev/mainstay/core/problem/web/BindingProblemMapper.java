package dev.mainstay.core.problem.web;

import java.util.Comparator;
import java.util.List;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemMapper;
import dev.mainstay.core.problem.Violation;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.support.WebExchangeBindException;

/**
 * An object that was read from the body, or bound from parameters, is not valid.
 */
final class BindingProblemMapper implements ProblemMapper {

	private final ViolationTexts texts;

	BindingProblemMapper(ViolationTexts texts) {
		this.texts = texts;
	}

	@Override
	public @Nullable Problem map(Throwable failure) {
		if (failure instanceof BindingResult result) {
			return this.texts.problem(violations(result, place(failure), "", this.texts));
		}
		return null;
	}

	private static Place place(Throwable failure) {
		MethodParameter parameter = null;
		if (failure instanceof MethodArgumentNotValidException servlet) {
			parameter = servlet.getParameter();
		}
		else if (failure instanceof WebExchangeBindException reactive) {
			parameter = reactive.getMethodParameter();
		}
		boolean document = parameter != null && (parameter.hasParameterAnnotation(RequestBody.class)
				|| parameter.hasParameterAnnotation(RequestPart.class));
		if (parameter == null) {
			return Place.PARAMETERS;
		}
		return document ? Place.ofBody(parameter) : Place.of(parameter);
	}

	/**
	 * Sorted before any text is made, so that a request with very many violations costs
	 * no more texts than are told.
	 */
	static List<Violation> violations(Errors errors, Place place, String prefix, ViolationTexts texts) {
		return errors.getAllErrors()
			.stream()
			.sorted(Comparator.comparing(BindingProblemMapper::field).thenComparing(BindingProblemMapper::code))
			.limit(Problem.MAX_ERRORS + 1)
			.map((error) -> texts.violation(place, prefix + field(error), error, Breach.of(error)))
			.toList();
	}

	private static String field(ObjectError error) {
		return (error instanceof FieldError fieldError) ? fieldError.getField() : "";
	}

	private static String code(ObjectError error) {
		return String.valueOf(error.getCode());
	}

}
