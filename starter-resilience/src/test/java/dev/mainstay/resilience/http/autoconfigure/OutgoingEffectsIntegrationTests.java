package dev.mainstay.resilience.http.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;

import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.resilience.http.Dependency;
import dev.mainstay.resilience.outgoing.OutgoingEffects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the client notes of calls that cannot simply be made again.
 */
@Timeout(60)
class OutgoingEffectsIntegrationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(LadderAutoConfiguration.class, CallPolicyAutoConfiguration.class,
				HttpClientAutoConfiguration.class, HttpClientDefaultsAutoConfiguration.class,
				ImperativeHttpClientAutoConfiguration.class,
				org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration.class,
				RestClientAutoConfiguration.class))
		.withPropertyValues("spring.http.clients.imperative.factory=jdk", "mainstay.http-client.response-timeout=500ms",
				"mainstay.http-client.retry.base-delay=1ms", "mainstay.http-client.retry.max-delay=1ms");

	@ParameterizedTest
	@CsvSource({ "POST,200,true", "PATCH,201,true", "POST,302,true", "POST,400,false", "POST,404,false",
			"POST,408,false", "POST,429,false", "POST,500,true", "POST,501,false", "POST,502,true", "POST,503,false",
			"POST,504,true", "POST,507,true", "GET,200,false", "PUT,200,false", "DELETE,500,false" })
	void anAnswerTellsWhetherThereMayHaveBeenAnEffect(String method, int status, boolean possible) {
		try (Dependency dependency = Dependency.answering(status)) {
			assertThat(mayHaveHappened(this.contextRunner, method, dependency.url(), null)).isEqualTo(possible);
		}
	}

	@Test
	void aCallWithAKeyOfItsOwnIsRecognisedByTheOtherSide() {
		try (Dependency dependency = Dependency.answering(200)) {
			assertThat(mayHaveHappened(this.contextRunner, "POST", dependency.url(), "k1")).isFalse();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components", "reactor", "simple" })
	void aPostThatIsNotAnsweredMayHaveHadOne(String factory) {
		ApplicationContextRunner runner = this.contextRunner
			.withPropertyValues("spring.http.clients.imperative.factory=" + factory);
		try (Dependency hangs = Dependency.answering((number, socket) -> socket.getInputStream().read());
				Dependency hangsUp = Dependency.answering((number, socket) -> socket.close())) {
			assertThat(mayHaveHappened(runner, "POST", hangs.url(), null)).isTrue();
			assertThat(mayHaveHappened(runner, "POST", hangsUp.url(), null)).isTrue();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components", "reactor", "simple" })
	void aPostThatWasNeverSentHadNone(String factory) {
		ApplicationContextRunner runner = this.contextRunner
			.withPropertyValues("spring.http.clients.imperative.factory=" + factory);
		assertThat(mayHaveHappened(runner, "POST", nowhere(), null)).isFalse();
	}

	@Test
	void itIsNotedWhereThereAreNoRetriesAsWell() {
		ApplicationContextRunner runner = this.contextRunner
			.withPropertyValues("mainstay.http-client.retry.enabled=false");
		try (Dependency dependency = Dependency.answering(504)) {
			assertThat(mayHaveHappened(runner, "POST", dependency.url(), null)).isTrue();
			assertThat(mayHaveHappened(runner, "GET", dependency.url(), null)).isFalse();
			assertThat(dependency.requests()).hasSize(2);
		}
	}

	private static boolean mayHaveHappened(ApplicationContextRunner runner, String method, String url, String key) {
		boolean[] possible = new boolean[1];
		runner.run((context) -> {
			RestClient client = context.getBean(RestClient.Builder.class).build();
			try (OutgoingEffects.Scope scope = OutgoingEffects.open()) {
				call(client, method, url, key);
				possible[0] = scope.mayHaveHappened();
			}
		});
		return possible[0];
	}

	private static void call(RestClient client, String method, String url, String key) {
		try {
			client.method(HttpMethod.valueOf(method)).uri(url).headers((headers) -> {
				if (key != null) {
					headers.set("Idempotency-Key", key);
				}
			}).body("x").retrieve().toBodilessEntity();
		}
		catch (RestClientException ex) {
			// What matters is what is noted
		}
	}

	/** An address at which nobody listens. */
	private static String nowhere() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return "http://127.0.0.1:" + socket.getLocalPort() + "/";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
