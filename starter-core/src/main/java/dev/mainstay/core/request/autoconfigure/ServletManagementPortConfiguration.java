package dev.mainstay.core.request.autoconfigure;

import dev.mainstay.core.request.AnswerHeads;
import dev.mainstay.core.request.RequestLifecycle;
import dev.mainstay.core.request.RequestOrigin;
import dev.mainstay.core.request.TraceIdSource;
import dev.mainstay.core.request.servlet.RequestIdentityFilter;
import dev.mainstay.core.request.servlet.RequestTraceFilter;
import org.apache.catalina.Valve;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
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

/**
 * The request lifecycle on a separate management port, whose server the customizers and
 * filters of the application do not reach.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({ DispatcherServlet.class, ServerHttpObservationFilter.class })
@ConditionalOnBooleanProperty(name = "mainstay.enabled", matchIfMissing = true)
@ConditionalOnBean({ RequestLifecycle.class, AnswerHeads.class })
final class ServletManagementPortConfiguration {

	@Bean
	FilterRegistrationBean<RequestIdentityFilter> mainstayManagementIdentityFilter(RequestLifecycle lifecycle,
			AnswerHeads heads, Environment environment) {
		return RequestFilters.identity(lifecycle, heads, environment);
	}

	@Bean
	FilterRegistrationBean<RequestTraceFilter> mainstayManagementTraceFilter(ObjectProvider<TraceIdSource> source,
			Environment environment) {
		return RequestFilters.trace(source.getIfUnique(), environment);
	}

	/**
	 * The hook of the server, where that is Tomcat.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ ConfigurableTomcatWebServerFactory.class, Valve.class })
	static class TomcatConfiguration {

		@Bean
		TomcatLifecycleCustomizer mainstayManagementTomcatLifecycleCustomizer(RequestLifecycle lifecycle,
				Environment environment) {
			return new TomcatLifecycleCustomizer(lifecycle, RequestOrigin.MANAGEMENT, environment);
		}

	}

}
