package dev.mainstay.tests.coexistence;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.Answer;
import dev.mainstay.tests.harness.BeforeAndAfter;
import dev.mainstay.tests.harness.Http;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever the application believes of the headers of a proxy it believes as before, and
 * whatever it believes, nobody gets past the guard by them.
 */
class ForwardedHeadersTests {

	private static final String[][] FORGED = { { "X-Forwarded-For", "127.0.0.1" },
			{ "X-Forwarded-For", "127.0.0.1, 127.0.0.1", "X-Forwarded-Host", "localhost", "X-Forwarded-Proto",
					"https" },
			{ "Forwarded", "for=127.0.0.1;host=localhost;proto=https" }, { "X-Real-IP", "127.0.0.1" },
			{ "Via", "1.1 proxy" }, { "X-Forwarded-For", "203.0.113.7" } };

	@ParameterizedTest
	@ValueSource(strings = { "none", "native", "framework" })
	void theApplicationSeesWhatItSawAndTheGuardIsNotDeceived(String strategy) {
		BeforeAndAfter answers = BeforeAndAfter.of(WithPeer.class,
				List.of("--server.forward-headers-strategy=" + strategy),
				(http) -> Stream.concat(all(http, "/peer"), all(http, "/actuator/prometheus")),
				Set.of("GET /actuator/prometheus"), "--mainstay.mode=enforce");
		int calls = FORGED.length + 1;
		assertThat(answers.after().subList(0, calls)).isEqualTo(answers.before().subList(0, calls));
		assertThat(answers.after().get(0).body()).isEqualTo("http 127.0.0.1");
		assertThat(answers.after().get(FORGED.length).body())
			.isEqualTo(strategy.equals("none") ? "http 127.0.0.1" : "http 203.0.113.7");
		assertThat(answers.after().get(calls).status()).isEqualTo(200);
		assertThat(answers.after().subList(calls + 1, 2 * calls)).extracting(Answer::status).containsOnly(401);
	}

	private static Stream<HttpResponse<String>> all(Http http, String path) {
		return Stream.concat(Stream.of(http.get(path)), Stream.of(FORGED).map((headers) -> http.get(path, headers)));
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ ReactiveApplication.class, Controller.class })
	static class WithPeer {

	}

	@RestController
	static class Controller {

		@GetMapping("/peer")
		String peer(ServerWebExchange exchange) {
			return exchange.getRequest().getURI().getScheme() + " "
					+ exchange.getRequest().getRemoteAddress().getHostString();
		}

	}

}
