package dev.mainstay.core.management.reactive;

import java.util.List;

import dev.mainstay.core.management.EndpointHandlers;
import dev.mainstay.core.management.EndpointIndex;
import dev.mainstay.core.management.EndpointPatterns;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.boot.webflux.actuate.endpoint.web.AbstractWebFluxEndpointHandlerMapping;
import org.springframework.boot.webflux.actuate.endpoint.web.WebFluxEndpointHandlerMapping;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Looks up which handler of WebFlux serves which endpoint.
 *
 * @param basePath the path below which the endpoints are mapped
 */
record ReactiveEndpoints(String basePath) {

	private static final String HANDLERS = WebFluxEndpointHandlerMapping.class.getPackageName();

	/** Not the class, which needs the health module. */
	private static final String HEALTH_GROUPS = HANDLERS + ".AdditionalHealthEndpointPathsWebFluxHandlerMapping";

	static EndpointHandlers handlers(String basePath) {
		return new EndpointHandlers(HANDLERS, new ReactiveEndpoints(basePath)::index);
	}

	private EndpointIndex index(ApplicationContext context) {
		EndpointIndex index = new EndpointIndex();
		BeanFactoryUtils.beansOfTypeIncludingAncestors(context, AbstractWebFluxEndpointHandlerMapping.class)
			.values()
			.forEach((mapping) -> add(mapping, index));
		return index;
	}

	private void add(AbstractWebFluxEndpointHandlerMapping mapping, EndpointIndex index) {
		if (mapping.getClass().getName().equals(HEALTH_GROUPS)) {
			mapping.getHandlerMethods().values().forEach((method) -> index.addOpen(method.getBean()));
		}
		else if (mapping instanceof WebFluxEndpointHandlerMapping endpoints) {
			EndpointPatterns patterns = new EndpointPatterns(this.basePath, endpoints.getEndpoints());
			mapping.getHandlerMethods()
				.forEach((info, method) -> index.add(method.getBean(), registered(info), methods(info), patterns));
		}
	}

	private static List<String> registered(RequestMappingInfo info) {
		return info.getPatternsCondition().getPatterns().stream().map(PathPattern::getPatternString).toList();
	}

	private static List<String> methods(RequestMappingInfo info) {
		return info.getMethodsCondition().getMethods().stream().map(RequestMethod::name).toList();
	}

}
