package dev.mainstay.core.validation.paging.servlet;

import dev.mainstay.core.validation.paging.PageGuard;
import dev.mainstay.core.validation.internal.Wrapping;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.data.web.PageableArgumentResolver;
import org.springframework.data.web.SortArgumentResolver;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Looks at what was sent for an argument while the framework resolves it.
 */
final class GuardedArgumentResolver implements HandlerMethodArgumentResolver, Wrapping {

	private final HandlerMethodArgumentResolver delegate;

	private final PageGuard guard;

	GuardedArgumentResolver(HandlerMethodArgumentResolver delegate, PageGuard guard) {
		this.delegate = delegate;
		this.guard = guard;
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
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		return this.guard.resolve(parameter,
				new ServletPagingRequest(request, (source) -> resolve(parameter, container, source, binders)));
	}

	/** Neither of the two declares a checked exception. */
	private @Nullable Object resolve(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest source, @Nullable WebDataBinderFactory binders) {
		return (this.delegate instanceof PageableArgumentResolver pageable)
				? pageable.resolveArgument(parameter, container, source, binders)
				: ((SortArgumentResolver) this.delegate).resolveArgument(parameter, container, source, binders);
	}

}
