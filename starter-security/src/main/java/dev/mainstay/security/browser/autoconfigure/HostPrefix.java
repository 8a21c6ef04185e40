package dev.mainstay.security.browser.autoconfigure;

import java.util.List;

import dev.mainstay.core.configuration.InvalidPropertyException;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.server.Cookie;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.env.Environment;

/**
 * Gives the cookie of the session a name by which browsers take it only from this host,
 * over TLS and for all of its paths. It is set where Spring Boot keeps what the
 * container, WebFlux and Spring Session go by, so that what the application has of its
 * own wins.
 */
final class HostPrefix implements BeanPostProcessor {

	private static final String PROPERTY = BrowserProperties.PREFIX + ".host-prefix";

	/** Each makes the server, or the application, live below a path. */
	private static final List<String> CONTEXT_PATHS = List.of("server.servlet.context-path",
			"spring.webflux.base-path");

	private final Environment environment;

	private final boolean active;

	/**
	 * Create it.
	 * @throws InvalidPropertyException if browsers would not take the cookie
	 */
	HostPrefix(Environment environment, boolean enabled) {
		this.environment = environment;
		this.active = enabled && "true".equalsIgnoreCase(environment.getProperty(PROPERTY));
		if (this.active) {
			check(SessionCookie.ofServlet(environment));
			check(SessionCookie.ofReactive(environment));
			checkScheme();
		}
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (this.active && bean instanceof ServerProperties properties) {
			rename(properties.getServlet().getSession().getCookie(), SessionCookie.ofServlet(this.environment));
			rename(properties.getReactive().getSession().getCookie(), SessionCookie.ofReactive(this.environment));
		}
		return bean;
	}

	private static void rename(Cookie cookie, SessionCookie session) {
		String name = session.name();
		cookie.setName(name.startsWith(SessionCookie.HOST) ? name : SessionCookie.HOST + name);
		cookie.setSecure(true);
		cookie.setPath("/");
	}

	private void check(SessionCookie cookie) {
		refuse(cookie.get("domain") != null,
				"with " + cookie.property("domain") + " the cookie is for other hosts, too",
				"Remove " + cookie.property("domain"));
		refuse("false".equalsIgnoreCase(cookie.get("secure")), cookie.property("secure") + " is false",
				"Remove " + cookie.property("secure"));
		String path = cookie.get("path");
		refuse(path != null && !path.equals("/"), cookie.property("path") + " is " + path + ", and it has to be /",
				"Remove " + cookie.property("path"));
		for (String property : CONTEXT_PATHS) {
			String context = this.environment.getProperty(property, "").strip();
			refuse(!context.isEmpty() && !context.equals("/"),
					property + " is " + context + ", and other applications of this host would get the cookie",
					"Leave the name of the cookie as it is");
		}
	}

	private void checkScheme() {
		boolean https = SessionCookie.ofServlet(this.environment).isPublicSchemeHttps()
				|| SessionCookie.ofReactive(this.environment).isPublicSchemeHttps()
				|| SessionCookie.ofServlet(this.environment).isServerTls();
		refuse(!https, "nothing says that browsers come by https, and by http they would not take the cookie",
				"Set " + SessionCookie.HSTS + "=true or server.servlet.session.cookie.secure=true"
						+ " (server.reactive.session.cookie.secure=true on WebFlux) where that is so");
	}

	private static void refuse(boolean incoherent, String reason, String fix) {
		InvalidPropertyException.check(!incoherent, PROPERTY, true, reason, fix);
	}

}
