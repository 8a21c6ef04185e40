package dev.mainstay.tests.coexistence;

import java.util.stream.Stream;

import dev.mainstay.tests.harness.ModelServer;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A reactive application that talks to a language model with the auto-configured builder,
 * as Spring AI does. With nothing configured it is as it was: each question is asked
 * once, each event arrives when it is sent, and nothing is cut.
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
	@ValueSource(strings = { "reactor", "jdk" })
	void answersComeAsTheyDid(String connector) {
		Stream<String> answers = World.both().map((world) -> {
			try (WorldApplication application = world.start(Assistant.class,
					"--spring.http.clients.reactive.connector=" + connector)) {
				return Stream.of("/chat?", "/events?path=events&", "/events?path=paced&", "/events?path=broken&")
					.map((path) -> ask(application, path))
					.toList()
					.toString();
			}
		});
		assertThat(answers).containsOnly(
				"[{\"answer\":\"it depends\"} in 1 calls, " + "1=token 1 2=token 2 3=token 3 4=token 4 in 1 calls, "
						+ "1=token 1 2=token 2 3=token 3 4=token 4 in 1 calls, 1=token 1 broken in 1 calls]");
	}

	private static String ask(WorldApplication application, String path) {
		String answer = application.http().get(path + "url=" + model.url()).body();
		return answer + " in " + model.calls() + " calls";
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ ReactiveApplication.class, Conversation.class })
	static class Assistant {

	}

	@RestController
	static class Conversation {

		private static final ParameterizedTypeReference<ServerSentEvent<String>> EVENT = new ParameterizedTypeReference<>() {
		};

		private final WebClient client;

		Conversation(WebClient.Builder builder) {
			this.client = builder.build();
		}

		@GetMapping("/chat")
		Mono<String> chat(@RequestParam String url) {
			return this.client.post()
				.uri(url + "/chat")
				.contentType(MediaType.APPLICATION_JSON)
				.bodyValue("{\"question\":\"really?\"}")
				.retrieve()
				.bodyToMono(String.class);
		}

		@GetMapping("/events")
		Mono<String> events(@RequestParam String url, @RequestParam String path) {
			return this.client.post()
				.uri(url + "/" + path)
				.contentType(MediaType.APPLICATION_JSON)
				.accept(MediaType.TEXT_EVENT_STREAM)
				.bodyValue("{\"stream\":true}")
				.retrieve()
				.bodyToFlux(EVENT)
				.concatMapDelayError((event) -> seen(url).thenReturn(event.id() + "=" + event.data()), 1)
				.onErrorResume((ex) -> Flux.just("broken"))
				.collectList()
				.map((events) -> String.join(" ", events));
		}

		private Mono<Void> seen(String url) {
			return this.client.post().uri(url + "/seen").retrieve().toBodilessEntity().then();
		}

	}

}
