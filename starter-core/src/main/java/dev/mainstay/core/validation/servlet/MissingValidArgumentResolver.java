package dev.mainstay.core.validation.servlet;

import java.util.List;

import dev.mainstay.core.validation.internal.InvalidElements;
import dev.mainstay.core.validation.internal.Wrapping;
import dev.mainstay.core.validation.MissingValid;
import dev.mainstay.core.validation.MissingValid.Invalid;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Looks at an argument after the framework has resolved it.
 */
final class MissingValidArgumentResolver implements HandlerMethodArgumentResolver, Wrapping {

	private final HandlerMethodArgumentResolver delegate;

	private final MissingValid missing;

	MissingValidArgumentResolver(HandlerMethodArgumentResolver delegate, MissingValid missing) {
		this.delegate = delegate;
		this.missing = missing;
	}

	@Override
	public Object wrapped() {
		return this.delegate;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return this.delegate.supportsParameter(parameter);
	}

	@Override
	public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) throws Exception {
		Object argument = this.delegate.resolveArgument(parameter, container, request, binders);
		if (argument != null && binders != null) {
			List<Invalid> invalid = this.missing.find(parameter, argument);
			if (!invalid.isEmpty() && this.missing.broken(parameter, isFirst(request))) {
				reject(parameter, argument, invalid, new Binders(parameter, request, binders));
			}
		}
		return argument;
	}

	private static boolean isFirst(NativeWebRequest request) {
		boolean first = request.getAttribute(MissingValid.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) == null;
		request.setAttribute(MissingValid.ATTRIBUTE, true, RequestAttributes.SCOPE_REQUEST);
		return first;
	}

	/**
	 * The result is that of the framework, with everything that the application
	 * registered.
	 */
	private static void reject(MethodParameter parameter, Object argument, List<Invalid> invalid, Binders binders)
			throws MethodArgumentNotValidException {
		if (invalid.get(0).isElement()) {
			throw InvalidElements.exception(parameter, argument, invalid, binders::validate);
		}
		BindingResult result = binders.validate(invalid.get(0));
		if (result.hasErrors()) {
			throw new MethodArgumentNotValidException(parameter, result);
		}
	}

}
