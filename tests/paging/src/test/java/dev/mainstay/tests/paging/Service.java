package dev.mainstay.tests.paging;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.mainstay.core.mode.Ladder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;

/**
 * An application on a real server. Each request has a connection of its own.
 */
record Service(ConfigurableApplicationContext context) implements AutoCloseable {

	static Service start(WebApplicationType type, List<Class<?>> parts, String... properties) {
		List<String> all = new ArrayList<>(List.of("server.port=0", "spring.main.banner-mode=off",
				"spring.reactor.netty.shutdown-quiet-period=100ms", "logging.level.org.springframework=off"));
		all.addAll(List.of(properties));
		SpringApplicationBuilder builder = new SpringApplicationBuilder(parts.toArray(Class<?>[]::new)).web(type);
		if (type == WebApplicationType.REACTIVE) {
			builder.sources(OwnResources.class);
		}
		return new Service(builder.properties(all.toArray(String[]::new)).run());
	}

	HttpResponse<String> get(String path) {
		String port = this.context.getEnvironment().getProperty("local.server.port");
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
			.timeout(Duration.ofSeconds(30))
			.build();
		try {
			return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** Status, code and the first entry of the errors, or the body of a success. */
	String told(String path) {
		HttpResponse<String> answer = get(path);
		if (answer.statusCode() == 200) {
			return answer.body();
		}
		JsonNode json = JsonMapper.shared().readTree(answer.body());
		JsonNode error = json.path("errors").path(0);
		return answer.statusCode() + " " + json.path("code").asString("") + " " + error.path("parameter").asString("")
				+ " " + error.path("code").asString("");
	}

	String detail(String path) {
		return JsonMapper.shared().readTree(get(path).body()).path("errors").path(0).path("detail").asString();
	}

	/** The hits of the rules that have any. */
	Map<String, Long> hits() {
		Map<String, Long> hits = new TreeMap<>();
		this.context.getBean(Ladder.class).rules().forEach((rule) -> {
			if (rule.hits() > 0) {
				hits.put(rule.name(), rule.hits());
			}
		});
		return hits;
	}

	@Override
	public void close() {
		this.context.close();
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
