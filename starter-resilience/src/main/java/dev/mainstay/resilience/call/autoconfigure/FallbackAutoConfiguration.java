package dev.mainstay.resilience.call.autoconfigure;

import dev.mainstay.core.mode.Switch;
import dev.mainstay.resilience.fallback.ClientFallback;
import dev.mainstay.resilience.fallback.ClientFallbackPostProcessor;
import dev.mainstay.resilience.fallback.ClientGroupNames;
import dev.mainstay.resilience.fallback.FallbackListener;
import dev.mainstay.resilience.fallback.Fallbacks;
import dev.mainstay.resilience.fallback.MarkingListener;
import dev.mainstay.resilience.fallback.metrics.FallbackMeters;
import dev.mainstay.resilience.fallback.reactive.DegradedAnswerWebFilter;
import dev.mainstay.resilience.fallback.servlet.ServletMarkingListener;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.server.WebFilter;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.registry.HttpServiceProxyRegistry;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Auto-configuration of fallbacks: those of HTTP interface clients, and what is said of
 * all of them.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = CallAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", CallAutoConfiguration.ENABLED }, matchIfMissing = true)
@EnableConfigurationProperties(FallbackProperties.class)
public final class FallbackAutoConfiguration {

	/**
	 * HTTP interface clients.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ HttpExchange.class, HttpServiceProxyRegistry.class })
	static class ClientConfiguration {

		@Bean
		static ClientFallbackPostProcessor mainstayClientFallbackPostProcessor(
				ObjectProvider<ListableBeanFactory> beans, ObjectProvider<ClientFallback<?>> all,
				ObjectProvider<Fallbacks> fallbacks, ObjectProvider<HttpServiceProxyRegistry> registry,
				Environment environment) {
			boolean active = Switch.isOn(environment, CallAutoConfiguration.ENABLED);
			return new ClientFallbackPostProcessor(
					() -> active && beans.getObject().getBeanNamesForType(ClientFallback.class, true, false).length > 0,
					() -> all.orderedStream().toList(), fallbacks::getObject,
					new ClientGroupNames(registry::getIfAvailable));
		}

	}

	/**
	 * The mark of an answer to a servlet request.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	@ConditionalOnClass(DispatcherServlet.class)
	static class ServletConfiguration {

		@Bean
		FallbackListener mainstayServletMarkingListener(FallbackProperties properties) {
			String header = properties.degradedHeader();
			return header.isEmpty() ? (client, cause) -> {
			} : new ServletMarkingListener(header);
		}

	}

	/**
	 * The mark of an answer of a reactive server.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
	@ConditionalOnClass(WebFilter.class)
	static class ReactiveConfiguration {

		@Bean
		MarkingListener mainstayMarkingListener() {
			return new MarkingListener();
		}

		@Bean
		DegradedAnswerWebFilter mainstayDegradedAnswerWebFilter(FallbackProperties properties,
				Environment environment) {
			return new DegradedAnswerWebFilter(
					Switch.isOn(environment, CallAutoConfiguration.ENABLED) ? properties.degradedHeader() : "");
		}

	}

	/**
	 * The meters, where there is something to count with.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterBinder.class)
	static class MetersConfiguration {

		@Bean
		@ConditionalOnMissingBean
		FallbackMeters mainstayFallbackMeters() {
			return new FallbackMeters();
		}

	}

}
