package dev.mainstay.tests.paging;

import java.util.List;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableHandlerMethodArgumentResolver;
import org.springframework.data.web.ReactivePageableHandlerMethodArgumentResolver;
import org.springframework.data.web.ReactiveSortHandlerMethodArgumentResolver;
import org.springframework.data.web.config.PageableHandlerMethodArgumentResolverCustomizer;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The ways in which applications have their pages resolved.
 */
final class Applications {

	private Applications() {
	}

	/** On Tomcat Spring Boot does it. */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Users.class)
	static class Plain {

	}

	/** On Netty the application has to. */
	@Configuration(proxyBeanMethods = false)
	static class Reactive implements WebFluxConfigurer {

		@Override
		public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
			ReactiveSortHandlerMethodArgumentResolver sort = new ReactiveSortHandlerMethodArgumentResolver();
			configurer.addCustomResolver(sort, new ReactivePageableHandlerMethodArgumentResolver(sort));
		}

	}

	/** Names that no property tells. */
	@Configuration(proxyBeanMethods = false)
	static class Renamed {

		@Bean
		PageableHandlerMethodArgumentResolverCustomizer customizer() {
			return (resolver) -> {
				resolver.setPageParameterName("p");
				resolver.setSizeParameterName("n");
				resolver.setPrefix("x-");
				resolver.setFallbackPageable(Pageable.unpaged());
			};
		}

	}

	/** The same on Netty, and pages that are counted from 1. */
	@Configuration(proxyBeanMethods = false)
	static class ReactiveRenamed implements WebFluxConfigurer {

		@Override
		public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
			ReactivePageableHandlerMethodArgumentResolver resolver = new ReactivePageableHandlerMethodArgumentResolver();
			resolver.setPageParameterName("p");
			resolver.setSizeParameterName("n");
			resolver.setPrefix("x-");
			resolver.setOneIndexedParameters(true);
			configurer.addCustomResolver(resolver);
		}

	}

	/** A subclass that reads a parameter of its own. */
	@Configuration(proxyBeanMethods = false)
	@Order(Ordered.HIGHEST_PRECEDENCE)
	static class OwnSubclass implements WebMvcConfigurer {

		@Override
		public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
			resolvers.add(new PageableHandlerMethodArgumentResolver() {

				@Override
				public Pageable resolveArgument(MethodParameter parameter, ModelAndViewContainer container,
						NativeWebRequest request, WebDataBinderFactory binders) {
					String limit = request.getParameter("limit");
					Pageable pageable = super.resolveArgument(parameter, container, request, binders);
					return (limit != null)
							? PageRequest.of(pageable.getPageNumber(), Integer.parseInt(limit), pageable.getSort())
							: pageable;
				}

			});
		}

	}

	/** Not one of Spring Data at all. */
	@Configuration(proxyBeanMethods = false)
	static class OwnReactive implements WebFluxConfigurer {

		@Override
		public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
			configurer.addCustomResolver(new SyncHandlerMethodArgumentResolver() {

				@Override
				public boolean supportsParameter(MethodParameter parameter) {
					return parameter.getParameterType() == Pageable.class;
				}

				@Override
				public Object resolveArgumentValue(MethodParameter parameter, BindingContext context,
						ServerWebExchange exchange) {
					return PageRequest.of(1, 4000);
				}

			});
		}

	}

}
