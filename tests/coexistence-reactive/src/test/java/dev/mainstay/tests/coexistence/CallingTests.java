package dev.mainstay.tests.coexistence;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mainstay.tests.harness.BeforeAndAfter;
import dev.mainstay.tests.harness.Http;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A {@code WebClient} of the application calls as often as it did, whatever the answer,
 * once retries are switched off; with Mainstay it also says to which trace the call
 * belongs.
 */
class CallingTests {

	private final List<String> traces = new CopyOnWriteArrayList<>();

	@Test
	void everyCallIsSentExactlyOnce() throws IOException {
		Map<String, Integer> counts = new ConcurrentHashMap<>();
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", (exchange) -> answer(exchange, counts));
		server.start();
		try {
			BeforeAndAfter answers = BeforeAndAfter.of(WithClient.class,
					List.of("--mainstay.http-client.retry.enabled=false",
							"--provider.url=http://localhost:" + server.getAddress().getPort()),
					(http) -> called(http, counts), "--mainstay.mode=enforce");
			assertThat(answers.unexpected()).isEmpty();
			assertThat(answers.after()).extracting((answer) -> answer.body())
				.containsExactly("got GET 200", "got GET 503", "got POST 503", "got GET 429", "got POST 200");
			assertThat(this.traces).hasSize(answers.after().size());
		}
		finally {
			server.stop(0);
		}
	}

	private Stream<HttpResponse<String>> called(Http http, Map<String, Integer> counts) {
		counts.clear();
		this.traces.clear();
		List<HttpResponse<String>> answers = Stream.of("/GET/200", "/GET/503", "/POST/503", "/GET/429", "/POST/200")
			.map((path) -> http.get("/call" + path))
			.toList();
		assertThat(new TreeMap<>(counts)).containsExactly(Map.entry("GET /200", 1), Map.entry("GET /429", 1),
				Map.entry("GET /503", 1), Map.entry("POST /200", 1), Map.entry("POST /503", 1));
		return answers.stream();
	}

	private void answer(HttpExchange exchange, Map<String, Integer> counts) throws IOException {
		String path = exchange.getRequestURI().getPath();
		counts.merge(exchange.getRequestMethod() + " " + path, 1, Integer::sum);
		this.traces.addAll(exchange.getRequestHeaders().getOrDefault("traceparent", List.of()));
		exchange.sendResponseHeaders(Integer.parseInt(path.substring(1)), -1);
		exchange.close();
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ ReactiveApplication.class, Controller.class })
	static class WithClient {

	}

	@RestController
	static class Controller {

		private final WebClient client;

		Controller(WebClient.Builder builder, @Value("${provider.url}") String url) {
			this.client = builder.baseUrl(url).build();
		}

		@GetMapping("/call/{method}/{status}")
		Mono<String> call(@PathVariable String method, @PathVariable int status) {
			return this.client.method(HttpMethod.valueOf(method))
				.uri("/" + status)
				.exchangeToMono((response) -> response.toBodilessEntity())
				.map(ResponseEntity::getStatusCode)
				.map((code) -> "got " + method + " " + code.value());
		}

	}

}
