package dev.mainstay.tests.coexistence;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What comes and goes in parts does so with Mainstay as without: nothing is kept back
 * until it is complete, and nothing is read twice.
 */
class StreamingTests {

	private static final String FORM = "name=Ada&colour=red&colour=blue";

	private static final Map<Side, WorldApplication> applications = new EnumMap<>(Side.class);

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	@BeforeAll
	static void start() {
		applications.put(Side.BARE,
				World.bare().start(StreamingApplication.class, "--server.compression.enabled=true"));
		applications.put(Side.HARDENED, World.hardened()
			.start(StreamingApplication.class, "--server.compression.enabled=true", "--mainstay.mode=enforce"));
	}

	@AfterAll
	static void stop() {
		applications.values().forEach(WorldApplication::close);
	}

	@ParameterizedTest
	@EnumSource
	void eventsArriveOneByOne(Side side) throws IOException, InterruptedException {
		assertThat(parts(side, "text/event-stream")).containsExactly("data:{\"number\":1}", "", "data:{\"number\":2}",
				"");
	}

	@ParameterizedTest
	@EnumSource
	void linesOfJsonArriveOneByOne(Side side) throws IOException, InterruptedException {
		assertThat(parts(side, "application/x-ndjson")).containsExactly("{\"number\":1}", "{\"number\":2}");
	}

	/** Were the first part kept back, nobody would ever ask for the second. */
	private List<String> parts(Side side, String type) throws IOException, InterruptedException {
		HttpResponse<InputStream> answer = this.client.send(request(side, "/parts").header("Accept", type).build(),
				BodyHandlers.ofInputStream());
		List<String> lines = new ArrayList<>();
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
			lines.add(reader.readLine());
			assertThat(http(side).post("/next", "").statusCode()).isEqualTo(200);
			reader.lines().forEach(lines::add);
		}
		return lines;
	}

	@ParameterizedTest
	@EnumSource
	void bodiesOfEveryKindAreRead(Side side) {
		Http http = http(side);
		String multipart = "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nreport\r\n"
				+ "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
				+ "Content-Type: text/plain\r\n\r\n" + "x".repeat(2_000_000) + "\r\n--b--\r\n";
		assertThat(
				http.exchange("POST", "/upload", multipart, "Content-Type", "multipart/form-data; boundary=b").body())
			.isEqualTo("report a.txt 2000000");
		assertThat(http.exchange("POST", "/form", FORM, "Content-Type", "application/x-www-form-urlencoded").body())
			.isEqualTo("Ada [red, blue]");
		assertThat(http
			.exchange("POST", "/sum", "{\"number\":1}\n{\"number\":41}\n", "Content-Type", "application/x-ndjson")
			.body()).isEqualTo("42");
	}

	/** The body is read for the key, and by the application. */
	@ParameterizedTest
	@ValueSource(strings = { "k-1", "k-2" })
	void aKeyedFormIsReadOnceByTheApplication(String key) {
		for (int i = 0; i < 2; i++) {
			assertThat(http(Side.HARDENED)
				.exchange("POST", "/form", FORM, "Content-Type", "application/x-www-form-urlencoded", "Idempotency-Key",
						key)
				.body()).isEqualTo("Ada [red, blue]");
		}
	}

	@ParameterizedTest
	@EnumSource
	void longAnswersAreCompressed(Side side) throws IOException, InterruptedException {
		HttpResponse<byte[]> answer = this.client.send(request(side, "/long").header("Accept-Encoding", "gzip").build(),
				BodyHandlers.ofByteArray());
		assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
		assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes()).hasSize(10_000);
	}

	@ParameterizedTest
	@EnumSource
	void aSocketAnswersEachMessage(Side side) throws Exception {
		CompletableFuture<String> answer = new CompletableFuture<>();
		URI uri = URI.create("ws://localhost:" + applications.get(side).property("local.server.port") + "/socket");
		WebSocket socket = this.client.newWebSocketBuilder().buildAsync(uri, new WebSocket.Listener() {

			@Override
			public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
				answer.complete(data.toString());
				return null;
			}

		}).get(20, TimeUnit.SECONDS);
		socket.sendText("hello", true);
		assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo("echo hello");
		socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(20, TimeUnit.SECONDS);
	}

	@Test
	void nothingHasBackedOff() {
		assertThat(applications.get(Side.HARDENED).features()).containsEntry("problem", "on")
			.containsEntry("access-log", "on")
			.containsEntry("idempotency", "on (keys in memory)");
	}

	private static Http http(Side side) {
		return applications.get(side).http();
	}

	private static HttpRequest.Builder request(Side side, String path) {
		return HttpRequest
			.newBuilder(URI.create("http://localhost:" + applications.get(side).property("local.server.port") + path))
			.timeout(Duration.ofSeconds(20));
	}

	private enum Side {

		BARE, HARDENED

	}

}
