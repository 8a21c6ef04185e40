package dev.mainstay.core.hardening.probe.web;

import dev.mainstay.core.hardening.InspectedApplication;

import org.springframework.boot.webmvc.autoconfigure.DispatcherServletPath;

/**
 * The path of the servlet of Spring MVC.
 *
 * @since 0.1.0
 */
public final class ServletPath {

	private static final String TYPE = "org.springframework.boot.webmvc.autoconfigure.DispatcherServletPath";

	private static final String PROPERTY = "spring.mvc.servlet.path";

	private ServletPath() {
	}

	/**
	 * What comes before the path of a handler.
	 * @param application the application
	 * @return the path without a slash at its end, empty if the servlet has all paths
	 */
	public static String of(InspectedApplication application) {
		String path = application.declares(TYPE) ? Registered.path(application) : application.value(PROPERTY);
		return (path != null) ? path.strip().replaceAll("/+$", "") : "";
	}

	/**
	 * Needs Spring MVC.
	 */
	private static final class Registered {

		private Registered() {
		}

		static String path(InspectedApplication application) {
			return application.beans(DispatcherServletPath.class)
				.stream()
				.map(DispatcherServletPath::getPath)
				.findFirst()
				.orElse("");
		}

	}

}
