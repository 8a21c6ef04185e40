package dev.mainstay.core.validation.internal;

import java.util.List;
import java.util.function.Function;

import dev.mainstay.core.validation.MissingValid;

import org.springframework.core.MethodParameter;
import org.springframework.util.Assert;
import org.springframework.validation.Errors;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/**
 * Makes of the elements of a container that are not valid what the framework makes of
 * them.
 *
 * @since 0.1.0
 */
public final class InvalidElements {

	private InvalidElements() {
	}

	/**
	 * The exception that the framework throws for a container annotated with
	 * {@code @Valid}. Its target is the type of the handler: the handler itself is not
	 * known where arguments are resolved.
	 * @param parameter the parameter of the handler
	 * @param argument the container
	 * @param invalid the elements
	 * @param errors says what is wrong with an element
	 * @return the exception
	 */
	public static HandlerMethodValidationException exception(MethodParameter parameter, Object argument,
			List<MissingValid.Invalid> invalid, Function<MissingValid.Invalid, Errors> errors) {
		Assert.state(parameter.getMethod() != null, "A handler is a method");
		List<ParameterValidationResult> results = invalid.stream()
			.<ParameterValidationResult>map((element) -> new ParameterErrors(parameter, element.value(),
					errors.apply(element), argument, element.index(), element.key()))
			.toList();
		return new HandlerMethodValidationException(
				MethodValidationResult.create(parameter.getContainingClass(), parameter.getMethod(), results));
	}

}
