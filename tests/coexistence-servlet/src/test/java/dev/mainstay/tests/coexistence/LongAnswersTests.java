package dev.mainstay.tests.coexistence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.ModelServer;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that talks to a language model with the auto-configured builder, as
 * Spring AI does: an answer may come late and slowly, or as a stream of events. With
 * nothing configured it is as it was: each question is asked once, each event arrives
 * when it is sent, and nothing is cut.
 */
class LongAnswersTests {

	private static final ModelServer model = ModelServer.start();

	@AfterAll
	static void stop() {
		model.close();
	}

	@BeforeAll
	static void forget() {
		model.calls();
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "simple" })
	void anAnswerThatTakesItsTimeIsAskedForOnce(String factory) {
		assertThat(both(factory, "/chat")).containsOnly("{\"answer\":\"it depends\"} in 1 calls");
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "simple" })
	void eventsArriveOneByOne(String factory) {
		assertThat(both(factory, "/events?path=events"))
			.containsOnly("id:1 token 1 id:2 token 2 id:3 token 3 id:4 token 4 in 1 calls");
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "simple" })
	void aStreamThatBreaksIsNotBegunAgain(String factory) {
		assertThat(both(factory, "/events?path=broken")).containsOnly("id:1 token 1 broken in 1 calls");
	}

	/** It is over when its last event is there, however long that takes. */
	@Test
	void aStreamIsNotCutByTheTimeThatACallMayTake() {
		try (WorldApplication application = World.hardened()
			.start(Assistant.class, "--mainstay.http-client.total-timeout=1s",
					"--mainstay.http-client.attempt-timeout=1s")) {
			assertThat(ask(application, "/events?path=paced"))
				.isEqualTo("id:1 token 1 id:2 token 2 id:3 token 3 id:4 token 4 in 1 calls");
			assertThat(ask(application, "/chat")).isEqualTo("too late in 1 calls");
		}
	}

	private static Stream<String> both(String factory, String path) {
		return World.both().map((world) -> {
			try (WorldApplication application = world.start(Assistant.class,
					"--spring.http.clients.imperative.factory=" + factory)) {
				return ask(application, path);
			}
		});
	}

	private static String ask(WorldApplication application, String path) {
		String separator = path.contains("?") ? "&" : "?";
		String answer = application.http().get(path + separator + "url=" + model.url()).body();
		return answer + " in " + model.calls() + " calls";
	}

	@SpringBootApplication(scanBasePackages = "none")
	@Import(Conversation.class)
	static class Assistant {

	}

	@RestController
	static class Conversation {

		private final RestClient client;

		Conversation(RestClient.Builder builder) {
			this.client = builder.build();
		}

		@GetMapping("/chat")
		String chat(@RequestParam String url) {
			try {
				return this.client.post()
					.uri(url + "/chat")
					.contentType(MediaType.APPLICATION_JSON)
					.body("{\"question\":\"really?\"}")
					.retrieve()
					.body(String.class);
			}
			catch (RuntimeException ex) {
				return "too late";
			}
		}

		@GetMapping("/events")
		String events(@RequestParam String url, @RequestParam String path) {
			return this.client.post()
				.uri(url + "/" + path)
				.contentType(MediaType.APPLICATION_JSON)
				.accept(MediaType.TEXT_EVENT_STREAM)
				.body("{\"stream\":true}")
				.exchange((request, response) -> read(response, url));
		}

		private String read(ClientHttpResponse response, String url) {
			StringBuilder text = new StringBuilder();
			try (BufferedReader reader = new BufferedReader(
					new InputStreamReader(response.getBody(), StandardCharsets.UTF_8))) {
				for (String line = reader.readLine(); line != null; line = reader.readLine()) {
					text.append(line.startsWith("data:") ? line.substring(5) + " " : line.isEmpty() ? "" : line + " ");
					if (line.isEmpty()) {
						this.client.post().uri(url + "/seen").retrieve().toBodilessEntity();
					}
				}
			}
			catch (IOException ex) {
				text.append("broken");
			}
			return text.toString().strip();
		}

	}

}
