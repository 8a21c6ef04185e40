package dev.mainstay.core.hardening.browser;

import java.lang.reflect.AnnotatedElement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.web.InspectedHandler;
import dev.mainstay.core.hardening.web.InspectedHandlers;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.cors.CorsConfiguration;

/**
 * Finds which sites may read which answers.
 */
final class CorsConfigurations {

	private static final String SERVLET = "org.springframework.web.cors.CorsConfigurationSource";

	private static final String REACTIVE = "org.springframework.web.cors.reactive.CorsConfigurationSource";

	private static final String MANAGEMENT = "management.endpoints.web.cors.";

	private static final List<String> STRANGERS = List.of("https://stranger.invalid", "http://stranger.invalid:8080",
			"null");

	private CorsConfigurations() {
	}

	static Map<String, CorsConfiguration> of(InspectedApplication application) {
		Map<String, CorsConfiguration> configurations = new LinkedHashMap<>();
		if (application.hasClass("jakarta.servlet.Filter")
				&& application.hasClass("org.springframework.web.servlet.handler.AbstractHandlerMapping")) {
			configurations.putAll(ServletCors.of(application));
		}
		for (InspectedHandler handler : InspectedHandlers.of(application)) {
			CorsConfiguration annotated = annotated(handler);
			if (annotated != null) {
				configurations.put("@CrossOrigin of " + handler.name(), annotated);
			}
		}
		CorsConfiguration management = management(application);
		if (management != null) {
			configurations.put(MANAGEMENT + "*", management);
		}
		return configurations;
	}

	/** There are sources that tell nothing without a request. */
	static boolean areHidden(InspectedApplication application) {
		return application.declares(REACTIVE) || (application.declares(SERVLET)
				&& application.beans(SERVLET).stream().anyMatch(ServletCors::isHidden));
	}

	/** It refuses by itself what the standard does not allow, which is as much wanted. */
	static boolean isOpen(CorsConfiguration configuration) {
		if (!Boolean.TRUE.equals(configuration.getAllowCredentials())) {
			return false;
		}
		try {
			return STRANGERS.stream().anyMatch((origin) -> configuration.checkOrigin(origin) != null);
		}
		catch (IllegalArgumentException ex) {
			return true;
		}
	}

	private static @Nullable CorsConfiguration annotated(InspectedHandler handler) {
		Class<?> type = ClassUtils.getUserClass(handler.method().getBeanType());
		List<CrossOrigin> annotations = Stream.<AnnotatedElement>of(type, handler.method().getMethod())
			.map((place) -> AnnotatedElementUtils.findMergedAnnotation(place, CrossOrigin.class))
			.flatMap(Stream::ofNullable)
			.toList();
		if (annotations.isEmpty()) {
			return null;
		}
		CorsConfiguration configuration = new CorsConfiguration();
		for (CrossOrigin annotation : annotations) {
			Stream.of(annotation.origins()).forEach(configuration::addAllowedOrigin);
			Stream.of(annotation.originPatterns()).forEach(configuration::addAllowedOriginPattern);
			if (!annotation.allowCredentials().isEmpty()) {
				configuration.setAllowCredentials(Boolean.parseBoolean(annotation.allowCredentials()));
			}
		}
		return configuration.applyPermitDefaultValues();
	}

	private static @Nullable CorsConfiguration management(InspectedApplication application) {
		Binder binder = Binder.get(application.context().getEnvironment());
		List<String> origins = list(binder, "allowed-origins");
		List<String> patterns = list(binder, "allowed-origin-patterns");
		if (origins.isEmpty() && patterns.isEmpty()) {
			return null;
		}
		CorsConfiguration configuration = new CorsConfiguration();
		configuration.setAllowedOrigins(origins);
		configuration.setAllowedOriginPatterns(patterns);
		configuration.setAllowCredentials(application.isTrue(MANAGEMENT + "allow-credentials", false));
		return configuration;
	}

	private static List<String> list(Binder binder, String name) {
		return binder.bind(MANAGEMENT + name, Bindable.listOf(String.class)).orElse(List.of());
	}

}
