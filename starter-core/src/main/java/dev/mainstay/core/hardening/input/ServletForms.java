package dev.mainstay.core.hardening.input;

import java.util.List;

import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.validation.internal.Wrapping;

import org.springframework.core.MethodParameter;
import org.springframework.web.method.annotation.ModelAttributeMethodProcessor;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Asks Spring MVC what it would do with a parameter without an annotation: it may bind
 * it, or leave it to a resolver of the application.
 */
final class ServletForms {

	private ServletForms() {
	}

	static boolean binds(InspectedApplication application, MethodParameter parameter) {
		return application.beans(RequestMappingHandlerAdapter.class)
			.stream()
			.findFirst()
			.map(RequestMappingHandlerAdapter::getArgumentResolvers)
			.filter((resolvers) -> bound(resolvers, parameter))
			.isPresent();
	}

	private static boolean bound(List<HandlerMethodArgumentResolver> resolvers, MethodParameter parameter) {
		return resolvers.stream()
			.filter((resolver) -> resolver.supportsParameter(parameter))
			.findFirst()
			.filter((resolver) -> Wrapping.innermost(resolver) instanceof ModelAttributeMethodProcessor)
			.isPresent();
	}

}
