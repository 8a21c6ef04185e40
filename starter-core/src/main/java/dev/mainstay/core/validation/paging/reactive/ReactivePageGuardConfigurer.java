package dev.mainstay.core.validation.paging.reactive;

import dev.mainstay.core.validation.internal.CustomResolvers;
import dev.mainstay.core.validation.paging.PageGuard;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/**
 * Puts the guard before the resolvers of Spring Data that the application has configured.
 * Called once when the application starts.
 *
 * @since 0.1.0
 */
public final class ReactivePageGuardConfigurer implements CustomResolvers.Ours {

	private final ObjectProvider<PageGuard> guard;

	private final CustomResolvers resolvers;

	/**
	 * Create the configurer.
	 * @param guard asked for the guard when resolvers are configured
	 * @param configurers the configurers of the application
	 */
	public ReactivePageGuardConfigurer(ObjectProvider<PageGuard> guard, ObjectProvider<WebFluxConfigurer> configurers) {
		this.guard = guard;
		this.resolvers = new CustomResolvers(configurers);
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
		this.guard.ifAvailable((found) -> {
			if (found.isActive()) {
				configurer.addCustomResolver(new GuardedArgumentResolver(this.resolvers, found));
			}
		});
	}

}
