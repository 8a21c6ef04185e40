package dev.mainstay.core.problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.client.ReactorResourceFactory;

/**
 * The small application, running on a real server.
 */
public final class Service implements AutoCloseable {

	/** They report the failures that are meant to happen. */
	private static final List<String> QUIET = List.of("org.apache.catalina.core", "org.springframework.boot.webflux",
			"org.springframework.web", "org.springframework.http");

	private final ConfigurableApplicationContext context;

	private Service(ConfigurableApplicationContext context) {
		this.context = context;
	}

	public static Service start(WebApplicationType type, Class<?>[] parts, String... properties) {
		List<String> all = new ArrayList<>(
				List.of("server.port=0", "spring.main.banner-mode=off", "spring.jmx.enabled=false"));
		all.addAll(List.of(properties));
		SpringApplicationBuilder builder = new SpringApplicationBuilder(Application.class).web(type);
		builder.sources(parts);
		if (type == WebApplicationType.REACTIVE) {
			builder.sources(OwnResources.class);
		}
		QUIET.forEach((name) -> all.add("logging.level." + name + "=off"));
		return new Service(builder.properties(all.toArray(String[]::new)).run());
	}

	public String url(String path) {
		return "http://localhost:" + port() + path;
	}

	public int port() {
		return this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	public Answer get(String path, String... headers) {
		return Answer.get(url(path), headers);
	}

	public Answer post(String path, String body, String... headers) {
		List<String> all = new ArrayList<>(List.of(headers));
		if (!all.contains("Content-Type")) {
			all.addAll(List.of("Content-Type", "application/json"));
		}
		return Answer.post(url(path), body, all.toArray(String[]::new));
	}

	public ConfigurableApplicationContext context() {
		return this.context;
	}

	@Override
	public void close() {
		this.context.close();
		LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
		QUIET.forEach((name) -> logging.setLogLevel(name, null));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Orders.OrderController.class, Orders.ValidatedController.class, Orders.Stock.class })
	static class Application {

	}

	/**
	 * Without them, the first service to be closed would close the others' connections.
	 */
	@Configuration(proxyBeanMethods = false)
	static class OwnResources {

		@Bean
		ReactorResourceFactory reactorResourceFactory() {
			ReactorResourceFactory resources = new ReactorResourceFactory();
			resources.setUseGlobalResources(false);
			resources.setShutdownQuietPeriod(Duration.ofMillis(100));
			return resources;
		}

	}

}
