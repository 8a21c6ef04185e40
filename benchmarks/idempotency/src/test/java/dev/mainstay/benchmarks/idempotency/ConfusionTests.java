package dev.mainstay.benchmarks.idempotency;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.mainstay.benchmarks.service.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is told of the other library in the documentation, beside ours, both in memory.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ConfusionTests {

	private static final String ORDER = "{\"customer\":\"Ada\",\"sku\":\"A-1\",\"quantity\":3}";

	private static final String OTHER_ORDER = "{\"customer\":\"Eve\",\"sku\":\"B-2\",\"quantity\":900}";

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static Servers servers;

	private static Service ours;

	private static Service other;

	private final String key = UUID.randomUUID().toString();

	@BeforeAll
	static void start() throws IOException, InterruptedException {
		servers = Servers.start();
		ours = Variant.MEMORY.start(servers, "--benchmark.trips=false");
		other = Variant.OTHER_MEMORY.start(servers, "--benchmark.trips=false");
	}

	@AfterAll
	static void stop() throws IOException {
		ours.close();
		other.close();
		servers.close();
	}

	@Test
	void anotherBodyUnderTheSameKey() {
		String first = body(ask(ours, "/quotes", "ada", ORDER));
		assertThat(ask(ours, "/quotes", "ada", OTHER_ORDER).join().statusCode()).isEqualTo(422);
		assertThat(body(ask(ours, "/quotes", "ada", ORDER))).isEqualTo(first);
		assertThat(body(ask(other, "/quotes", "ada", ORDER))).contains("Ada")
			.isEqualTo(body(ask(other, "/quotes", "ada", OTHER_ORDER)));
	}

	@Test
	void anotherResourceUnderTheSameKey() {
		assertThat(body(ask(ours, "/accounts/1/quotes", "ada", ORDER)))
			.isNotEqualTo(body(ask(ours, "/accounts/2/quotes", "ada", ORDER)));
		assertThat(body(ask(other, "/accounts/1/quotes", "ada", ORDER)))
			.isEqualTo(body(ask(other, "/accounts/2/quotes", "ada", ORDER)));
	}

	@Test
	void anotherCallerUnderTheSameKey() {
		assertThat(body(ask(ours, "/quotes", "ada", ORDER))).isNotEqualTo(body(ask(ours, "/quotes", "eve", ORDER)));
		assertThat(body(ask(other, "/quotes", "ada", ORDER))).isEqualTo(body(ask(other, "/quotes", "eve", ORDER)));
	}

	/**
	 * The other one waits some 3 s, and then takes the claim from the one that has it.
	 */
	@Test
	void duplicatesOfAnOperationThatTakesLong() {
		String slow = "/accounts/1/quotes?millis=6000";
		CompletableFuture<HttpResponse<String>> first = ask(ours, slow, "ada", ORDER);
		CompletableFuture<HttpResponse<String>> otherFirst = ask(other, slow, "ada", ORDER);
		assertThat(later(500, ours, slow).statusCode()).isEqualTo(409);
		assertThat(later(0, other, slow).statusCode()).isEqualTo(500);
		assertThat(later(0, ours, slow).statusCode()).isEqualTo(409);
		String third = later(0, other, slow).body();
		assertThat(third).startsWith("{\"number\"").isNotEqualTo(body(otherFirst));
		assertThat(later(0, ours, slow).body()).isEqualTo(body(first));
	}

	private HttpResponse<String> later(long millis, Service service, String path) {
		return CompletableFuture
			.supplyAsync(() -> ask(service, path, "ada", ORDER),
					CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS))
			.join()
			.join();
	}

	private CompletableFuture<HttpResponse<String>> ask(Service service, String path, String caller, String body) {
		return CLIENT.sendAsync(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
			.header("Idempotency-Key", this.key)
			.header("Authorization", "Bearer " + caller)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	private static String body(CompletableFuture<HttpResponse<String>> answer) {
		assertThat(answer.join().statusCode()).isEqualTo(201);
		return answer.join().body();
	}

}
