package dev.mainstay.core.request.autoconfigure;

import dev.mainstay.core.mode.Switch;
import dev.mainstay.core.request.AnswerHeads;
import dev.mainstay.core.request.RefusalBody;
import dev.mainstay.core.request.RequestLifecycle;
import dev.mainstay.core.request.RequestOrigin;
import dev.mainstay.core.request.reactive.LifecycleHandlerDecorator;
import reactor.netty.http.server.HttpServer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.web.reactive.DispatcherHandler;

/**
 * The request lifecycle on a separate management port. The decorators and filters of the
 * application work there, too, but do not know whose requests these are.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass({ DispatcherHandler.class, HttpHandler.class })
@ConditionalOnBooleanProperty(name = "mainstay.enabled", matchIfMissing = true)
@ConditionalOnBean({ RequestLifecycle.class, AnswerHeads.class })
final class ReactiveManagementPortConfiguration {

	@Bean
	HttpHandlerDecoratorFactory mainstayManagementLifecycleHandlerDecorator(RequestLifecycle lifecycle,
			AnswerHeads heads, Environment environment) {
		return Switch.isOn(environment) ? new LifecycleHandlerDecorator(lifecycle, heads, RequestOrigin.MANAGEMENT)
				: (handler) -> handler;
	}

	/**
	 * What does not reach an endpoint, where the server is Netty.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ NettyReactiveWebServerFactory.class, HttpServer.class })
	static class NettyConfiguration {

		@Bean
		NettyLifecycleCustomizer mainstayManagementNettyLifecycleCustomizer(RequestLifecycle lifecycle,
				AnswerHeads heads, ObjectProvider<RefusalBody> body, Environment environment) {
			return new NettyLifecycleCustomizer(lifecycle, heads, body, environment);
		}

	}

}
