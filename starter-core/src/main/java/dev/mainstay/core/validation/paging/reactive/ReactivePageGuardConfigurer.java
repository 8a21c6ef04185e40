package dev.mainstay.core.validation.paging.reactive;

import java.util.ArrayList;
import java.util.List;

import dev.mainstay.core.validation.paging.PageGuard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/**
 * Puts the guard before the resolvers of Spring Data that the application has configured.
 * The framework does not tell which these are, so the application's configurers are asked
 * a second time, at the first request for a page. Called once when the application
 * starts.
 *
 * @since 0.1.0
 */
public final class ReactivePageGuardConfigurer implements WebFluxConfigurer, Ordered {

	private static final Logger logger = LoggerFactory.getLogger(ReactivePageGuardConfigurer.class);

	private final ObjectProvider<PageGuard> guard;

	private final ObjectProvider<WebFluxConfigurer> configurers;

	/**
	 * Create the configurer.
	 * @param guard asked for the guard when resolvers are configured
	 * @param configurers the configurers of the application
	 */
	public ReactivePageGuardConfigurer(ObjectProvider<PageGuard> guard, ObjectProvider<WebFluxConfigurer> configurers) {
		this.guard = guard;
		this.configurers = configurers;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
		this.guard.ifAvailable((found) -> {
			if (found.isActive()) {
				configurer.addCustomResolver(new GuardedArgumentResolver(this::resolvers, found));
			}
		});
	}

	private List<HandlerMethodArgumentResolver> resolvers() {
		Collector collector = new Collector();
		try {
			this.configurers.orderedStream()
				.filter((configurer) -> configurer != this)
				.forEach((configurer) -> configurer.configureArgumentResolvers(collector));
			return collector.resolvers;
		}
		catch (RuntimeException ex) {
			logger.warn("A configurer cannot be asked for its resolvers a second time; pages are not guarded", ex);
			return List.of();
		}
	}

	/** Keeps what it is given. */
	private static final class Collector extends ArgumentResolverConfigurer {

		private final List<HandlerMethodArgumentResolver> resolvers = new ArrayList<>();

		@Override
		public void addCustomResolver(HandlerMethodArgumentResolver... resolver) {
			this.resolvers.addAll(List.of(resolver));
		}

	}

}
