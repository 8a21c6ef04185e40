package dev.mainstay.security.browser;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Rule;
import dev.mainstay.security.Http;
import dev.mainstay.security.event.SecurityEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the application on a web stack, without Spring Security.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class AbstractBrowserIntegrationTests {

	static final String ENFORCE = "--mainstay.mode=enforce";

	/**
	 * Without Spring Security; and without Tomcat for WebFlux, as it would be preferred.
	 */
	private static final String EXCLUDED = String.join(",",
			"org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
			"org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
			"org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
			"org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
			"org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
			"org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration",
			"org.springframework.boot.security.autoconfigure.actuate.web.reactive.ReactiveManagementWebSecurityAutoConfiguration",
			"org.springframework.boot.tomcat.autoconfigure.reactive.TomcatReactiveWebServerAutoConfiguration");

	private final WebApplicationType type;

	private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();

	AbstractBrowserIntegrationTests(WebApplicationType type) {
		this.type = type;
	}

	/** All at the end: closing one server of Netty takes the threads of the others. */
	@AfterAll
	void stop() {
		this.contexts.forEach(ConfigurableApplicationContext::close);
	}

	Running start(String... arguments) {
		return start(BrowserApplication.class, arguments);
	}

	Running start(Class<?> application, String... arguments) {
		List<String> all = new ArrayList<>(List.of("--server.port=0", "--server.shutdown=immediate",
				"--spring.reactor.netty.shutdown-quiet-period=100ms", "--spring.autoconfigure.exclude=" + EXCLUDED));
		all.addAll(List.of(arguments));
		ConfigurableApplicationContext context = new SpringApplicationBuilder(application).web(this.type)
			.run(all.toArray(String[]::new));
		this.contexts.add(context);
		return new Running(context);
	}

	/**
	 * A running application.
	 */
	record Running(ConfigurableApplicationContext context) {

		int port() {
			return this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
		}

		HttpResponse<String> get(String path, String... headers) {
			return Http.get(port(), path, headers);
		}

		HttpResponse<String> send(String method, String path, String... headers) {
			return Http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
				.method(method, HttpRequest.BodyPublishers.ofString("{}")), headers);
		}

		HttpResponse<String> post(String path, String... headers) {
			return send("POST", path, headers);
		}

		List<SecurityEvent> events() {
			return this.context.getBean(BrowserApplication.Published.class).events;
		}

		Rule rule(String name) {
			return this.context.getBean(Ladder.class)
				.rules()
				.stream()
				.filter((rule) -> rule.name().equals(name))
				.findFirst()
				.orElseThrow();
		}

	}

}
