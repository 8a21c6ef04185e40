package dev.mainstay.core.request.autoconfigure;

import dev.mainstay.core.request.RequestLifecycle;
import dev.mainstay.core.request.reactive.RequestExchangeWebFilter;
import dev.mainstay.core.request.reactive.UnhandledFailures;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.server.WebExceptionHandler;

import static org.assertj.core.api.Assertions.assertThat;

class RequestReactiveAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(RequestAutoConfiguration.class,
			RequestReactiveAutoConfiguration.class);

	private final ReactiveWebApplicationContextRunner runner = new ReactiveWebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS);

	@Test
	void isThereByDefault() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(RequestLifecycle.class)
			.hasSingleBean(HttpHandlerDecoratorFactory.class)
			.hasSingleBean(RequestExchangeWebFilter.class)
			.hasSingleBean(NettyLifecycleCustomizer.class));
	}

	@Test
	void failuresAreNotedBeforeSpringBootHandlesThem() {
		this.runner
			.withConfiguration(AutoConfigurations.of(ErrorWebFluxAutoConfiguration.class,
					WebFluxAutoConfiguration.class, CodecsAutoConfiguration.class, HttpHandlerAutoConfiguration.class))
			.run((context) -> assertThat(
					context.getBeanProvider(WebExceptionHandler.class).orderedStream().map(Object::getClass))
				.containsSubsequence(UnhandledFailures.class,
						context.getBean(ErrorWebExceptionHandler.class).getClass()));
	}

	@Test
	void failuresThatAnUnorderedHandlerOfTheApplicationAnswersAreNotNoted() {
		ErrorWebExceptionHandler own = (exchange, failure) -> exchange.getResponse().setComplete();
		this.runner.withBean("own", ErrorWebExceptionHandler.class, () -> own)
			.run((context) -> assertThat(context.getBeanProvider(WebExceptionHandler.class).orderedStream())
				.containsExactly(own, context.getBean(UnhandledFailures.class)));
	}

	@Test
	void isOffWithMainstay() {
		this.runner.withPropertyValues("mainstay.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(RequestLifecycle.class)
				.doesNotHaveBean(HttpHandlerDecoratorFactory.class)
				.doesNotHaveBean(UnhandledFailures.class));
	}

	@Test
	void worksWithoutNetty() {
		this.runner.withClassLoader(new FilteredClassLoader(NettyReactiveWebServerFactory.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(NettyLifecycleCustomizer.class));
	}

	@Test
	void worksWithoutActuator() {
		this.runner.withClassLoader(new FilteredClassLoader(PathMappedEndpoints.class))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(RequestExchangeWebFilter.class));
	}

	@Test
	void backsOffWithoutTheLifecycle() {
		new ReactiveWebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(RequestReactiveAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(HttpHandlerDecoratorFactory.class));
	}

	@Test
	void backsOffWithoutWebFlux() {
		this.runner.withClassLoader(new FilteredClassLoader(DispatcherHandler.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(HttpHandlerDecoratorFactory.class));
	}

	@Test
	void backsOffOnAServletContainer() {
		new WebApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(HttpHandlerDecoratorFactory.class));
	}

}
