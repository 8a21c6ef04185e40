package dev.mainstay.core.validation.reactive;

import dev.mainstay.core.validation.internal.CustomResolvers;
import dev.mainstay.core.validation.MissingValid;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.web.bind.support.WebBindingInitializer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;

/**
 * Has forms looked at that are bound without an annotation, behind every resolver of the
 * application. Called once when the application starts.
 *
 * @since 0.1.0
 */
public final class ReactiveFormConfigurer implements CustomResolvers.Ours {

	private final ObjectProvider<MissingValid> missing;

	private final ObjectProvider<RequestMappingHandlerAdapter> adapter;

	private final CustomResolvers others;

	/**
	 * Create the configurer.
	 * @param missing asked for the check when there is something to look at
	 * @param adapter knows what the application validates with; asked when a form is not
	 * valid
	 * @param configurers the configurers of the application, whose resolvers come first
	 */
	public ReactiveFormConfigurer(ObjectProvider<MissingValid> missing,
			ObjectProvider<RequestMappingHandlerAdapter> adapter, ObjectProvider<WebFluxConfigurer> configurers) {
		this.missing = missing;
		this.adapter = adapter;
		this.others = new CustomResolvers(configurers);
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
		this.missing.ifAvailable((check) -> {
			if (check.isActive()) {
				WebBindingInitializer initializer = (binder) -> this.adapter.stream()
					.findFirst()
					.map(RequestMappingHandlerAdapter::getWebBindingInitializer)
					.ifPresent((own) -> own.initBinder(binder));
				configurer.addCustomResolver(new FormArgumentResolver(new BodyCheck(check, initializer), this.others));
			}
		});
	}

}
