package dev.mainstay.core.validation.paging.reactive;

import dev.mainstay.core.validation.internal.CustomResolvers;
import dev.mainstay.core.validation.paging.PageGuard;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.web.ReactivePageableHandlerMethodArgumentResolver;
import org.springframework.data.web.ReactiveSortHandlerMethodArgumentResolver;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/**
 * Looks at what was sent for an argument while the resolver resolves it that would have
 * done so anyway. Supports nothing that this one does not.
 */
final class GuardedArgumentResolver implements SyncHandlerMethodArgumentResolver {

	private final CustomResolvers resolvers;

	private final PageGuard guard;

	GuardedArgumentResolver(CustomResolvers resolvers, PageGuard guard) {
		this.resolvers = resolvers;
		this.guard = guard;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		Class<?> type = parameter.getParameterType();
		return (type == Pageable.class || type == Sort.class) && delegate(parameter) != null;
	}

	/** The first one that supports the parameter, if it is of Spring Data. */
	private @Nullable SyncHandlerMethodArgumentResolver delegate(MethodParameter parameter) {
		HandlerMethodArgumentResolver resolver = this.resolvers.find(parameter);
		boolean paging = resolver instanceof ReactivePageableHandlerMethodArgumentResolver
				|| resolver instanceof ReactiveSortHandlerMethodArgumentResolver;
		return paging ? (SyncHandlerMethodArgumentResolver) resolver : null;
	}

	@Override
	public @Nullable Object resolveArgumentValue(MethodParameter parameter, BindingContext bindingContext,
			ServerWebExchange exchange) {
		SyncHandlerMethodArgumentResolver delegate = delegate(parameter);
		if (delegate == null) {
			throw new IllegalStateException("Nothing resolves " + parameter);
		}
		return this.guard.resolve(parameter, new ReactivePagingRequest(exchange,
				(source) -> delegate.resolveArgumentValue(parameter, bindingContext, source)));
	}

}
