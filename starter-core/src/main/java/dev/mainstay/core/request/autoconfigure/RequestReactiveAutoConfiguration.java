package dev.mainstay.core.request.autoconfigure;

import dev.mainstay.core.mode.Switch;
import dev.mainstay.core.request.AnswerHeads;
import dev.mainstay.core.request.EndpointOrigins;
import dev.mainstay.core.request.RefusalBody;
import dev.mainstay.core.request.RequestLifecycle;
import dev.mainstay.core.request.RequestOrigin;
import dev.mainstay.core.request.TraceIdSource;
import dev.mainstay.core.request.reactive.LifecycleHandlerDecorator;
import dev.mainstay.core.request.reactive.PlaceAmongHandlers;
import dev.mainstay.core.request.reactive.RequestExchangeWebFilter;
import dev.mainstay.core.request.reactive.UnhandledFailures;
import reactor.netty.http.server.HttpServer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.web.reactive.DispatcherHandler;

/**
 * Auto-configuration of the request lifecycle on WebFlux.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = RequestAutoConfiguration.class,
		beforeName = { "org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration",
				"dev.mainstay.core.problem.autoconfigure.ReactiveProblemAutoConfiguration" })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass({ DispatcherHandler.class, HttpHandler.class })
@ConditionalOnBooleanProperty(name = "mainstay.enabled", matchIfMissing = true)
@ConditionalOnBean({ RequestLifecycle.class, AnswerHeads.class })
public final class RequestReactiveAutoConfiguration {

	@Bean
	HttpHandlerDecoratorFactory mainstayLifecycleHandlerDecorator(RequestLifecycle lifecycle, AnswerHeads heads,
			Environment environment) {
		return Switch.isOn(environment) ? new LifecycleHandlerDecorator(lifecycle, heads, RequestOrigin.APPLICATION)
				: (handler) -> handler;
	}

	@Bean
	RequestExchangeWebFilter mainstayRequestExchangeWebFilter(ObjectProvider<EndpointOrigins> origins,
			ObjectProvider<TraceIdSource> source) {
		return new RequestExchangeWebFilter(origins.getIfUnique(() -> (handler, pattern) -> null),
				source.getIfUnique());
	}

	/**
	 * What nobody handled, where Spring Boot has somebody handle everything.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ErrorWebExceptionHandler.class)
	static class FailureConfiguration {

		@Bean
		UnhandledFailures mainstayUnhandledFailures(ObjectProvider<ErrorWebExceptionHandler> answering) {
			return new UnhandledFailures(new PlaceAmongHandlers(answering));
		}

	}

	/**
	 * What does not reach the application, where the server is Netty.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ NettyReactiveWebServerFactory.class, HttpServer.class })
	static class NettyConfiguration {

		@Bean
		NettyLifecycleCustomizer mainstayNettyLifecycleCustomizer(RequestLifecycle lifecycle, AnswerHeads heads,
				ObjectProvider<RefusalBody> body, Environment environment) {
			return new NettyLifecycleCustomizer(lifecycle, heads, body, environment);
		}

	}

}
