package dev.mainstay.tests.coexistence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.Answer;
import dev.mainstay.tests.harness.BeforeAndAfter;
import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Answers that come later or piece by piece, files, forms and uploads.
 */
class TransferTests {

	private static final String MULTIPART = """
			--limit\r
			Content-Disposition: form-data; name="file"; filename="a.txt"\r
			Content-Type: text/plain\r
			\r
			uploaded\r
			--limit\r
			Content-Disposition: form-data; name="note"\r
			\r
			noted\r
			--limit--\r
			""";

	private static final String FORM = "name=a+b&other=%C3%A4";

	@Test
	void answersAreWhatTheyWere() {
		BeforeAndAfter answers = BeforeAndAfter.of(TransferApplication.class, TransferApplication.SETTINGS,
				TransferTests::requests, Set.of("GET /never", "GET /failed-future"), "--mainstay.mode=enforce");
		assertThat(answers.before()).filteredOn(Answer::isErrorOfBoot)
			.extracting(Answer::status)
			.containsExactly(503, 500);
		assertThat(answers.before()).filteredOn((answer) -> answer.headers().containsKey("content-encoding"))
			.hasSize(1);
		assertThat(answers.before()).filteredOn((answer) -> answer.status() == 206).hasSize(1);
		List<Answer> errors = answers.before().stream().filter(Answer::isErrorOfBoot).toList();
		assertThat(answers.unexpected()).hasSize(2)
			.first()
			.matches((answer) -> withoutAnnounced(answer).isProblemInPlaceOf(errors.get(0)));
		assertThat(answers.unexpected()).last()
			.matches((answer) -> withoutAnnounced(answer).isProblemInPlaceOf(errors.get(1)));
	}

	/**
	 * What the server might compress varies by it, and problems are not on Spring Boot's
	 * list of that; an answer that came too late says when to try again (docs/errors.md).
	 */
	private static Answer withoutAnnounced(Answer answer) {
		Map<String, String> headers = new TreeMap<>(answer.headers());
		headers.put("vary", "accept-encoding");
		headers.remove("retry-after", "1");
		return new Answer(answer.status(), headers, answer.body());
	}

	@ParameterizedTest
	@MethodSource("dev.mainstay.tests.harness.World#both")
	void piecesArriveOneByOne(World world) throws IOException, InterruptedException {
		try (WorldApplication application = world.start(TransferApplication.class,
				TransferApplication.SETTINGS.toArray(String[]::new))) {
			assertSecondComesAfterFirst(application, "/events");
			assertSecondComesAfterFirst(application, "/stream");
		}
	}

	private static void assertSecondComesAfterFirst(WorldApplication application, String path)
			throws IOException, InterruptedException {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + application.property("local.server.port") + path))
			.build();
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream()).body(),
						StandardCharsets.UTF_8))) {
			assertThat(lines.readLine()).endsWith("first");
			application.http().post("/seen", "");
			assertThat(lines.lines()).filteredOn((line) -> !line.isEmpty())
				.singleElement()
				.asString()
				.endsWith("second");
		}
	}

	private static Stream<HttpResponse<String>> requests(Http http) {
		http.post("/seen", "");
		http.post("/seen", "");
		return Stream.of(http.get("/deferred"), http.get("/late"), http.get("/never"), http.get("/future"),
				http.get("/failed-future"), http.get("/callable"), http.get("/events"), http.get("/stream"),
				http.get("/file"), http.get("/file", "Range", "bytes=5-9"), http.get("/file", "Range", "bytes=900-"),
				http.get("/file", "If-None-Match", "\"figures\""), http.exchange("HEAD", "/file", ""),
				http.exchange("HEAD", "/long-text", ""), http.get("/long-text"),
				http.get("/long-text", "Accept-Encoding", "gzip"), uploaded(http, "/upload"),
				uploaded(http, "/upload", "Idempotency-Key", "\"u-1\""), form(http, "/form"), form(http, "/raw-form"),
				form(http, "/form", "Idempotency-Key", "\"f-1\""),
				form(http, "/raw-form", "Idempotency-Key", "\"f-1\""));
	}

	private static HttpResponse<String> uploaded(Http http, String path, String... headers) {
		return http.exchange("POST", path, MULTIPART, with("multipart/form-data; boundary=limit", headers));
	}

	private static HttpResponse<String> form(Http http, String path, String... headers) {
		return http.exchange("POST", path, FORM, with("application/x-www-form-urlencoded", headers));
	}

	private static String[] with(String contentType, String... headers) {
		return Stream.concat(Stream.of("Content-Type", contentType), Stream.of(headers)).toArray(String[]::new);
	}

}
