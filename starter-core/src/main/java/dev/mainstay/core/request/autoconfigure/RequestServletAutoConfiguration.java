package dev.mainstay.core.request.autoconfigure;

import dev.mainstay.core.request.AnswerHeads;
import dev.mainstay.core.request.EndpointOrigins;
import dev.mainstay.core.request.RequestLifecycle;
import dev.mainstay.core.request.RequestOrigin;
import dev.mainstay.core.request.TraceIdSource;
import dev.mainstay.core.request.servlet.RequestIdentityFilter;
import dev.mainstay.core.request.servlet.RequestTraceFilter;
import dev.mainstay.core.request.servlet.RouteInterceptor;
import org.apache.catalina.Valve;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.handler.MappedInterceptor;

/**
 * Auto-configuration of the request lifecycle on a servlet container.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = RequestAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({ DispatcherServlet.class, ServerHttpObservationFilter.class })
@ConditionalOnBooleanProperty(name = "mainstay.enabled", matchIfMissing = true)
@ConditionalOnBean({ RequestLifecycle.class, AnswerHeads.class })
public final class RequestServletAutoConfiguration {

	@Bean
	FilterRegistrationBean<RequestIdentityFilter> mainstayRequestIdentityFilter(RequestLifecycle lifecycle,
			AnswerHeads heads, Environment environment) {
		return RequestFilters.identity(lifecycle, heads, environment);
	}

	@Bean
	FilterRegistrationBean<RequestTraceFilter> mainstayRequestTraceFilter(ObjectProvider<TraceIdSource> source,
			Environment environment) {
		return RequestFilters.trace(source.getIfUnique(), environment);
	}

	@Bean
	MappedInterceptor mainstayRouteInterceptor(ObjectProvider<EndpointOrigins> origins) {
		return new MappedInterceptor(null, new RouteInterceptor(origins.getIfUnique(() -> (handler, pattern) -> null)));
	}

	/**
	 * The hook of the server, where that is Tomcat.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ ConfigurableTomcatWebServerFactory.class, Valve.class })
	static class TomcatConfiguration {

		@Bean
		TomcatLifecycleCustomizer mainstayTomcatLifecycleCustomizer(RequestLifecycle lifecycle,
				Environment environment) {
			return new TomcatLifecycleCustomizer(lifecycle, RequestOrigin.APPLICATION, environment);
		}

	}

}
