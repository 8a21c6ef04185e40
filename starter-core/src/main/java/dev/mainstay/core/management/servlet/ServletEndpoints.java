package dev.mainstay.core.management.servlet;

import java.util.List;

import dev.mainstay.core.management.EndpointHandlers;
import dev.mainstay.core.management.EndpointIndex;
import dev.mainstay.core.management.EndpointPatterns;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.boot.webmvc.actuate.endpoint.web.AbstractWebMvcEndpointHandlerMapping;
import org.springframework.boot.webmvc.actuate.endpoint.web.WebMvcEndpointHandlerMapping;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/**
 * Looks up which handler of Spring MVC serves which endpoint.
 *
 * @param basePath the path below which the endpoints are mapped
 */
record ServletEndpoints(String basePath) {

	private static final String HANDLERS = WebMvcEndpointHandlerMapping.class.getPackageName();

	/** Not the class, which needs the health module. */
	private static final String HEALTH_GROUPS = HANDLERS + ".AdditionalHealthEndpointPathsWebMvcHandlerMapping";

	static EndpointHandlers handlers(String basePath) {
		return new EndpointHandlers(HANDLERS, new ServletEndpoints(basePath)::index);
	}

	private EndpointIndex index(ApplicationContext context) {
		EndpointIndex index = new EndpointIndex();
		BeanFactoryUtils.beansOfTypeIncludingAncestors(context, AbstractWebMvcEndpointHandlerMapping.class)
			.values()
			.forEach((mapping) -> add(mapping, index));
		return index;
	}

	private void add(AbstractWebMvcEndpointHandlerMapping mapping, EndpointIndex index) {
		if (mapping.getClass().getName().equals(HEALTH_GROUPS)) {
			mapping.getHandlerMethods().values().forEach((method) -> index.addOpen(method.getBean()));
		}
		else if (mapping instanceof WebMvcEndpointHandlerMapping endpoints) {
			EndpointPatterns patterns = new EndpointPatterns(this.basePath, endpoints.getEndpoints());
			mapping.getHandlerMethods()
				.forEach((info, method) -> index.add(method.getBean(), info.getPatternValues(), methods(info),
						patterns));
		}
	}

	private static List<String> methods(RequestMappingInfo info) {
		return info.getMethodsCondition().getMethods().stream().map(RequestMethod::name).toList();
	}

}
