package dev.mainstay.core.hardening.web;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.InspectedApplication;

import org.springframework.util.ClassUtils;

/**
 * Finds the handler methods of an application. Thread-safe.
 *
 * @since 0.1.0
 */
public final class InspectedHandlers {

	private static final String SERVLET = "org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping";

	private static final String REACTIVE = "org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping";

	/** What a library brings is not what its user can mend. */
	private static final List<String> LIBRARIES = List.of("org.springframework.", "org.springdoc.", "io.swagger.",
			"dev.mainstay.core.", "dev.mainstay.observability.", "dev.mainstay.resilience.", "dev.mainstay.security.");

	private InspectedHandlers() {
	}

	/**
	 * The handler methods that the application itself has, in the order of their names.
	 * @param application the application
	 * @return the handlers; none if it has no web stack
	 */
	public static List<InspectedHandler> of(InspectedApplication application) {
		Stream<InspectedHandler> servlet = application.hasClass(SERVLET) ? ServletHandlers.of(application)
				: Stream.empty();
		Stream<InspectedHandler> reactive = application.hasClass(REACTIVE) ? ReactiveHandlers.of(application)
				: Stream.empty();
		return Stream.concat(servlet, reactive)
			.filter(InspectedHandlers::isOwn)
			.sorted(Comparator.comparing(InspectedHandler::name))
			.toList();
	}

	private static boolean isOwn(InspectedHandler handler) {
		String type = ClassUtils.getUserClass(handler.method().getBeanType()).getName();
		return LIBRARIES.stream().noneMatch(type::startsWith);
	}

}
