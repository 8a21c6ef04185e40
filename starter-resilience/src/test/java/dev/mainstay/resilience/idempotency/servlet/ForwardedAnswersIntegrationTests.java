package dev.mainstay.resilience.idempotency.servlet;

import java.io.IOException;
import java.util.Map;

import dev.mainstay.resilience.idempotency.KeyedClient;
import dev.mainstay.resilience.idempotency.KeyedClient.Answer;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Answers that another handler writes, to which the first one has forwarded. A container
 * takes them for complete when the forward ends.
 */
class ForwardedAnswersIntegrationTests {

	private static ConfigurableApplicationContext context;

	private static KeyedClient client;

	@BeforeAll
	static void start() {
		context = new SpringApplicationBuilder(Application.class).web(WebApplicationType.SERVLET)
			.properties("server.port=0")
			.run();
		client = new KeyedClient(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/by-view", "/by-dispatcher" })
	void areKeptLikeOthers(String path) {
		String key = KeyedClient.freshKey();
		Answer first = client.send(path, key, "{}");
		Answer second = client.send(path, key, "{}");
		assertThat(first.status()).isEqualTo(201);
		assertThat(first.text()).contains("elsewhere");
		assertThat(second.isReplay()).isTrue();
		assertThat(second.bytes()).isEqualTo(first.bytes());
	}

	/**
	 * Forwards in the ways that there are.
	 */
	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Controller
	static class Application {

		@PostMapping("/by-view")
		String byView() {
			return "forward:/target";
		}

		@PostMapping("/by-dispatcher")
		void byDispatcher(HttpServletRequest request, HttpServletResponse response)
				throws ServletException, IOException {
			request.getRequestDispatcher("/target").forward(request, response);
		}

		@PostMapping("/target")
		ResponseEntity<Map<String, String>> target() {
			return ResponseEntity.status(201).body(Map.of("from", "elsewhere"));
		}

	}

}
