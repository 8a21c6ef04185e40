package dev.mainstay.core.hardening.web;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.InspectedApplication;

import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * The handler methods of Spring WebFlux.
 */
final class ReactiveHandlers {

	private ReactiveHandlers() {
	}

	static Stream<InspectedHandler> of(InspectedApplication application) {
		return application.beans(RequestMappingInfoHandlerMapping.class)
			.stream()
			.flatMap((mapping) -> mapping.getHandlerMethods().entrySet().stream())
			.map((entry) -> handler(entry.getKey(), entry.getValue()));
	}

	private static InspectedHandler handler(RequestMappingInfo mapping, HandlerMethod method) {
		Set<String> paths = mapping.getPatternsCondition()
			.getPatterns()
			.stream()
			.map(PathPattern::getPatternString)
			.collect(Collectors.toUnmodifiableSet());
		Set<String> verbs = mapping.getMethodsCondition()
			.getMethods()
			.stream()
			.map(RequestMethod::name)
			.collect(Collectors.toUnmodifiableSet());
		return new InspectedHandler(method, paths, verbs);
	}

}
