package dev.mainstay.core.validation.parameters.servlet;

import dev.mainstay.core.validation.internal.Wrapping;
import dev.mainstay.core.validation.parameters.DuplicateParameters;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Looks at how often the parameters were sent that the framework makes an argument of.
 */
final class SingleValueArgumentResolver implements HandlerMethodArgumentResolver, Wrapping {

	private final HandlerMethodArgumentResolver delegate;

	private final DuplicateParameters duplicates;

	SingleValueArgumentResolver(HandlerMethodArgumentResolver delegate, DuplicateParameters duplicates) {
		this.delegate = delegate;
		this.duplicates = duplicates;
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
		for (String name : this.duplicates.scalars(parameter)) {
			String[] values = request.getParameterValues(name);
			if (values != null && values.length > 1) {
				this.duplicates.found(parameter, name, isFirst(request));
			}
		}
		return this.delegate.resolveArgument(parameter, container, request, binders);
	}

	private static boolean isFirst(NativeWebRequest request) {
		boolean first = request.getAttribute(DuplicateParameters.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) == null;
		request.setAttribute(DuplicateParameters.ATTRIBUTE, true, RequestAttributes.SCOPE_REQUEST);
		return first;
	}

}
