package dev.mainstay.core.validation.reactive;

import java.util.Optional;

import dev.mainstay.core.validation.internal.CustomResolvers;
import reactor.core.publisher.Mono;

import org.springframework.core.MethodParameter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.annotation.ModelAttributeMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/**
 * Binds what the framework's own resolver would have bound next, and looks at it. Objects
 * that are annotated as model attributes never get here.
 */
final class FormArgumentResolver extends ModelAttributeMethodArgumentResolver {

	private final BodyCheck check;

	private final CustomResolvers others;

	FormArgumentResolver(BodyCheck check, CustomResolvers others) {
		super(ReactiveAdapterRegistry.getSharedInstance(), true);
		this.others = others;
		this.check = check;
	}

	/**
	 * What has an annotation, or another resolver, is not meant to be bound, whatever the
	 * order in which resolvers are configured.
	 */
	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		Class<?> type = parameter.getParameterType();
		return !parameter.hasParameterAnnotations() && type != Optional.class
				&& getAdapterRegistry().getAdapter(type) == null && super.supportsParameter(parameter)
				&& this.check.missing().concerns(type) && this.others.areKnown() && this.others.find(parameter) == null;
	}

	@Override
	public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
		return super.resolveArgument(parameter, context, exchange)
			.doOnNext((form) -> this.check.look(parameter, form, exchange.getRequest()));
	}

}
