package dev.mainstay.core.validation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/**
 * The argument resolvers that an application on WebFlux has configured. The framework
 * does not tell which these are, so the application's configurers are asked a second
 * time, once. Thread-safe.
 *
 * @since 0.1.0
 */
public final class CustomResolvers {

	private static final Logger logger = LoggerFactory.getLogger(CustomResolvers.class);

	private final Supplier<@Nullable List<HandlerMethodArgumentResolver>> resolvers;

	/**
	 * Create it.
	 * @param configurers the configurers of the application, asked for at the first use
	 */
	public CustomResolvers(ObjectProvider<WebFluxConfigurer> configurers) {
		this.resolvers = SingletonSupplier.ofNullable(() -> collect(configurers));
	}

	private static @Nullable List<HandlerMethodArgumentResolver> collect(
			ObjectProvider<WebFluxConfigurer> configurers) {
		Collector collector = new Collector();
		try {
			configurers.orderedStream()
				.filter((configurer) -> !(configurer instanceof Ours))
				.forEach((configurer) -> configurer.configureArgumentResolvers(collector));
			return collector.resolvers;
		}
		catch (RuntimeException ex) {
			logger.warn("A configurer cannot be asked for its argument resolvers a second time, so that what they "
					+ "resolve is not looked at", ex);
			return null;
		}
	}

	/**
	 * Whether it is known what the application has configured.
	 * @return whether every configurer could be asked
	 */
	public boolean areKnown() {
		return this.resolvers.get() != null;
	}

	/**
	 * Find the one that the framework would use.
	 * @param parameter the parameter of a handler
	 * @return the first one that supports the parameter, {@code null} if none does
	 */
	public @Nullable HandlerMethodArgumentResolver find(MethodParameter parameter) {
		List<HandlerMethodArgumentResolver> all = this.resolvers.get();
		return (all == null) ? null
				: all.stream().filter((resolver) -> resolver.supportsParameter(parameter)).findFirst().orElse(null);
	}

	/**
	 * Marks a configurer that is not the application's.
	 *
	 * @since 0.1.0
	 */
	public interface Ours extends WebFluxConfigurer, Ordered {

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
