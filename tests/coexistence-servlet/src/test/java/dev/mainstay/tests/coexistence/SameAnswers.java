package dev.mainstay.tests.coexistence;

import java.util.List;

import dev.mainstay.tests.harness.Http;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Sends the same requests to an application with and without Mainstay.
 */
final class SameAnswers {

	private static final String VALID = "{\"customer\":\"c\",\"items\":[{\"sku\":\"s\",\"quantity\":1}]}";

	private static final String INVALID = "{\"customer\":\"\",\"items\":[]}";

	private SameAnswers() {
	}

	static List<Answer> answers(Class<?>[] sources, String... properties) {
		try (ConfigurableApplicationContext context = run(sources, properties)) {
			Http http = new Http(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
			return List.of(Answer.of(http.get("/orders/1")), Answer.of(http.get("/orders/abc")),
					Answer.of(http.get("/failing")), Answer.of(http.get("/nowhere")),
					Answer.of(http.get("/page", "Accept", "text/html")), Answer.of(http.post("/orders", VALID)),
					Answer.of(http.post("/validated-orders", INVALID)), Answer.of(http.post("/orders", "{")));
		}
	}

	static ConfigurableApplicationContext run(Class<?>[] sources, String... properties) {
		return new SpringApplicationBuilder(sources).properties("server.port=0").properties(properties).run();
	}

}
