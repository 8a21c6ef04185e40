package dev.mainstay.core.hardening.browser;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.mainstay.core.hardening.InspectedApplication;

import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;

/**
 * The CORS configurations of the servlet stack that can be listed.
 */
final class ServletCors {

	private ServletCors() {
	}

	static Map<String, CorsConfiguration> of(InspectedApplication application) {
		Map<String, CorsConfiguration> configurations = new LinkedHashMap<>();
		application.namedBeans(UrlBasedCorsConfigurationSource.class)
			.forEach((name, source) -> add(name, source, configurations));
		for (HandlerMapping mapping : application.beans(HandlerMapping.class)) {
			if (mapping instanceof AbstractHandlerMapping known
					&& known.getCorsConfigurationSource() instanceof UrlBasedCorsConfigurationSource source) {
				add("Spring MVC", source, configurations);
			}
		}
		return configurations;
	}

	private static void add(String name, UrlBasedCorsConfigurationSource source,
			Map<String, CorsConfiguration> configurations) {
		source.getCorsConfigurations()
			.forEach((path, configuration) -> configurations.put("CORS of " + name + " for " + path, configuration));
	}

	/** Spring MVC is a source itself: what it has is listed. */
	static boolean isHidden(Object source) {
		return source instanceof CorsConfigurationSource && !(source instanceof UrlBasedCorsConfigurationSource)
				&& !source.getClass().getName().startsWith("org.springframework.");
	}

}
