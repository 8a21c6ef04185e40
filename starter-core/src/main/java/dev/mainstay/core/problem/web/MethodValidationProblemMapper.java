package dev.mainstay.core.problem.web;

import java.util.List;
import java.util.stream.Stream;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemCode;
import dev.mainstay.core.problem.ProblemMapper;
import dev.mainstay.core.problem.Violation;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/**
 * A parameter of a handler breaks a constraint. The same thing in a service, or in what a
 * method returns, is the service's own fault.
 */
final class MethodValidationProblemMapper implements ProblemMapper {

	private final ViolationTexts texts;

	MethodValidationProblemMapper(ViolationTexts texts) {
		this.texts = texts;
	}

	@Override
	public @Nullable Problem map(Throwable failure) {
		if (!(failure instanceof MethodValidationResult result)) {
			return null;
		}
		boolean handler = failure instanceof HandlerMethodValidationException || isController(result.getTarget());
		if (result.isForReturnValue() || !handler) {
			return Problem.of(ProblemCode.INTERNAL_ERROR);
		}
		return this.texts.problem(violations(result));
	}

	private static boolean isController(Object target) {
		return AnnotatedElementUtils.hasAnnotation(target.getClass(), Controller.class);
	}

	private List<Violation> violations(MethodValidationResult result) {
		Stream<Violation> located = result.getParameterValidationResults().stream().flatMap(this::violations);
		Stream<Violation> general = result.getCrossParameterValidationResults()
			.stream()
			.map((error) -> this.texts.violation(Place.REQUEST, "", error, Breach.UNKNOWN));
		return Stream.concat(general, located).limit(Problem.MAX_ERRORS + 1).toList();
	}

	private Stream<Violation> violations(ParameterValidationResult result) {
		Place place = place(result.getMethodParameter());
		String element = element(result);
		if (result instanceof ParameterErrors errors) {
			String prefix = element.isEmpty() ? "" : element + ".";
			return BindingProblemMapper.violations(errors, place, prefix, this.texts).stream();
		}
		return result.getResolvableErrors()
			.stream()
			.limit(Problem.MAX_ERRORS + 1)
			.map((error) -> this.texts.violation(place, path(place, element), error, Breach.of(result, error)));
	}

	private static Place place(MethodParameter parameter) {
		return parameter.hasParameterAnnotation(RequestPart.class) ? Place.ofBody(parameter) : Place.of(parameter);
	}

	private static String element(ParameterValidationResult result) {
		Object element = (result.getContainerIndex() != null) ? result.getContainerIndex() : result.getContainerKey();
		return (element != null) ? "[" + element + "]" : "";
	}

	/** Repeated parameters have no names of their own. */
	private static String path(Place place, String element) {
		return (place.body() != null) ? element : "";
	}

}
