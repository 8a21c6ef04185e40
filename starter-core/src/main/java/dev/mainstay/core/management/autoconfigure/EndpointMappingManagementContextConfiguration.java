package dev.mainstay.core.management.autoconfigure;

import java.util.List;

import dev.mainstay.core.management.servlet.BasePathEndpointHandlerMapping;
import dev.mainstay.core.mode.Switch;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.CorsEndpointProperties;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.actuate.endpoint.EndpointsSupplier;
import org.springframework.boot.actuate.endpoint.ExposableEndpoint;
import org.springframework.boot.actuate.endpoint.web.EndpointLinksResolver;
import org.springframework.boot.actuate.endpoint.web.EndpointMapping;
import org.springframework.boot.actuate.endpoint.web.EndpointMediaTypes;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoint;
import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.actuate.endpoint.web.WebMvcEndpointHandlerMapping;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Takes the place of Spring Boot's mapping of endpoints, which leaves it to whoever has
 * one, where the same server answers the application: see decision 41. On a port of their
 * own endpoints cost no other request anything.
 */
@ManagementContextConfiguration(value = ManagementContextType.SAME, proxyBeanMethods = false)
@Order(Ordered.HIGHEST_PRECEDENCE)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({ DispatcherServlet.class, WebMvcEndpointHandlerMapping.class })
@ConditionalOnBooleanProperty(name = Switch.MAINSTAY, matchIfMissing = true)
@ConditionalOnBean({ DispatcherServlet.class, WebEndpointsSupplier.class })
@EnableConfigurationProperties(CorsEndpointProperties.class)
final class EndpointMappingManagementContextConfiguration {

	/** By the name of Spring Boot's, by which others may refer to it. */
	@Bean
	@ConditionalOnMissingBean(WebMvcEndpointHandlerMapping.class)
	BasePathEndpointHandlerMapping webEndpointServletHandlerMapping(WebEndpointsSupplier endpoints,
			ObjectProvider<EndpointsSupplier<?>> all, EndpointMediaTypes mediaTypes, CorsEndpointProperties cors,
			WebEndpointProperties properties) {
		String basePath = properties.getBasePath();
		List<ExposableEndpoint<?>> linked = all.stream()
			.<ExposableEndpoint<?>>flatMap((supplier) -> supplier.getEndpoints().stream())
			.filter(PathMappedEndpoint.class::isInstance)
			.toList();
		return new BasePathEndpointHandlerMapping(new EndpointMapping(basePath), endpoints.getEndpoints(), mediaTypes,
				cors.toCorsConfiguration(), new EndpointLinksResolver(linked, basePath),
				properties.getDiscovery().isEnabled() && StringUtils.hasText(basePath));
	}

}
