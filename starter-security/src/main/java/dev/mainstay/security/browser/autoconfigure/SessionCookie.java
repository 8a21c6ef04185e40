package dev.mainstay.security.browser.autoconfigure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * What the application has set for the cookie of its session.
 *
 * @param prefix of the properties, which is that of the web stack
 * @param defaultName the name that it has unless the application gives it another
 */
record SessionCookie(Environment environment, String prefix, String defaultName) {

	static final String HOST = "__Host-";

	static final String HSTS = "mainstay.security.headers.hsts";

	private static final String SPRING_SESSION = "org.springframework.session.SessionRepository";

	static SessionCookie ofServlet(Environment environment) {
		boolean store = ClassUtils.isPresent(SPRING_SESSION, SessionCookie.class.getClassLoader());
		return new SessionCookie(environment, "server.servlet.session.cookie.", store ? "SESSION" : "JSESSIONID");
	}

	static SessionCookie ofReactive(Environment environment) {
		return new SessionCookie(environment, "server.reactive.session.cookie.", "SESSION");
	}

	String property(String attribute) {
		return this.prefix + attribute;
	}

	@Nullable String get(String attribute) {
		String value = this.environment.getProperty(property(attribute));
		return (value == null || value.isBlank()) ? null : value.strip();
	}

	String name() {
		String name = get("name");
		return (name != null) ? name : this.defaultName;
	}

	/** As nobody knows which of them the application has, all that it may have. */
	Set<String> names() {
		Set<String> names = new LinkedHashSet<>();
		for (String name : List.of("JSESSIONID", "SESSION", name())) {
			names.add(name);
			names.add(HOST + name);
		}
		return names;
	}

	/** Scripts are let at it on purpose. */
	boolean isForScripts() {
		return "false".equalsIgnoreCase(get("http-only"));
	}

	boolean isForOtherSites() {
		return "omitted".equalsIgnoreCase(get("same-site"));
	}

	/** Whether the configuration says that browsers come by https. */
	boolean isPublicSchemeHttps() {
		return "true".equalsIgnoreCase(this.environment.getProperty(HSTS)) || "true".equalsIgnoreCase(get("secure"));
	}

	/** Spring reads the headers itself then, behind the filter that watches answers. */
	boolean isForwarded() {
		return "framework"
			.equalsIgnoreCase(this.environment.getProperty("server.forward-headers-strategy", "").strip());
	}

	boolean isServerTls() {
		return !"false".equalsIgnoreCase(this.environment.getProperty("server.ssl.enabled"))
				&& (this.environment.containsProperty("server.ssl.bundle")
						|| this.environment.containsProperty("server.ssl.key-store")
						|| this.environment.containsProperty("server.ssl.certificate"));
	}

}
