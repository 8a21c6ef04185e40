package dev.mainstay.core.hardening.load;

import java.util.List;

import dev.mainstay.core.hardening.InspectedApplication;

import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Finds out who configures asynchronous requests by code. Links to Spring MVC.
 */
final class AsyncConfigurers {

	/** That of springdoc has every method, and does nothing in this one. */
	private static final List<String> LIBRARIES = List.of("org.springframework.", "org.springdoc.");

	private AsyncConfigurers() {
	}

	static boolean any(InspectedApplication application) {
		return application.beans(WebMvcConfigurer.class)
			.stream()
			.map((configurer) -> ClassUtils.getUserClass(configurer.getClass()))
			.filter((type) -> LIBRARIES.stream().noneMatch(type.getName()::startsWith))
			.map((type) -> ReflectionUtils.findMethod(type, "configureAsyncSupport", AsyncSupportConfigurer.class))
			.anyMatch((method) -> method != null && method.getDeclaringClass() != WebMvcConfigurer.class);
	}

}
