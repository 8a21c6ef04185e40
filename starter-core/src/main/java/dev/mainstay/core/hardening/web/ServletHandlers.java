package dev.mainstay.core.hardening.web;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.InspectedApplication;

import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * The handler methods of Spring MVC.
 */
final class ServletHandlers {

	private ServletHandlers() {
	}

	static Stream<InspectedHandler> of(InspectedApplication application) {
		return application.beans(RequestMappingInfoHandlerMapping.class)
			.stream()
			.flatMap((mapping) -> mapping.getHandlerMethods().entrySet().stream())
			.map((entry) -> handler(entry.getKey(), entry.getValue()));
	}

	private static InspectedHandler handler(RequestMappingInfo mapping, HandlerMethod method) {
		Set<String> verbs = mapping.getMethodsCondition()
			.getMethods()
			.stream()
			.map(RequestMethod::name)
			.collect(Collectors.toUnmodifiableSet());
		return new InspectedHandler(method, mapping.getPatternValues(), verbs);
	}

}
