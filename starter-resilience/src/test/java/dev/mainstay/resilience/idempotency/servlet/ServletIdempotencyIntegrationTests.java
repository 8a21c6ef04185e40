package dev.mainstay.resilience.idempotency.servlet;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import dev.mainstay.resilience.idempotency.IdempotencyHeaders;
import dev.mainstay.resilience.idempotency.KeyedClient;
import dev.mainstay.resilience.idempotency.KeyedClient.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The promise over real HTTP, on Tomcat.
 */
class ServletIdempotencyIntegrationTests {

	private static final String ORDER = "{\"item\":\"book\"}";

	private static ServletServer server;

	private final String key = KeyedClient.freshKey();

	private int before;

	@BeforeAll
	static void start() {
		server = new ServletServer(Map.of());
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@BeforeEach
	void remember() {
		this.before = server.executions();
	}

	private int executions() {
		return server.executions() - this.before;
	}

	private Answer send(String path, String body) {
		return server.client.send(path, this.key, body);
	}

	private void assertReplayed(Answer first, Answer second) {
		assertThat(first.keyStatus()).isEqualTo("created");
		assertThat(first.header(IdempotencyHeaders.REPLAYED)).isNull();
		assertThat(second.isReplay()).as("%s", second).isTrue();
		assertThat(second.status()).isEqualTo(first.status());
		assertThat(second.bytes()).isEqualTo(first.bytes());
		for (String name : List.of("Content-Type", "Location", "ETag", "Content-Encoding")) {
			assertThat(second.header(name)).as(name).isEqualTo(first.header(name));
		}
		assertThat(executions()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/orders", "/text", "/writer", "/bin?bytes=1048576", "/bin?bytes=0", "/gzip", "/204",
			"/303", "/async", "/reject", "/sold-out", "/async-rejects", "/conflict", "/advised", "/status/402",
			"/status/404", "/status/422", "/big?kb=900" })
	void repetitionIsAnsweredWithTheSameBytes(String path) {
		Answer first = send(path, ORDER);
		assertReplayed(first, send(path, ORDER));
	}

	@Test
	void replayCarriesOnlyWhatBelongsToTheAnswer() {
		Answer first = send("/orders", ORDER);
		Answer second = send("/orders", ORDER);
		assertThat(first.status()).isEqualTo(201);
		assertThat(second.header("Location")).isNotNull();
		assertThat(second.header("Set-Cookie")).isNull();
		assertThat(second.header("X-Trace")).isNull();
		assertThat(second.response().headers().allValues("Date")).hasSize(1);
	}

	@Test
	void errorThatTheContainerRendersIsReplayedWithItsBody() {
		Answer first = send("/reject", ORDER);
		assertThat(first.status()).isEqualTo(402);
		assertThat(first.text()).isNotEmpty();
		assertReplayed(first, send("/reject", ORDER));
	}

	@Test
	void bareTokenAndQuotedStringAreTheSameKey() {
		String bare = this.key.replace("\"", "");
		Answer first = server.client.send("/orders", bare, ORDER);
		assertReplayed(first, server.client.send("/orders", this.key + ";p=1", ORDER));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"", "\"\"", "\"  \"", "\"a\", \"b\"", "?1", "\"open", "\"a\\b\"", "\"a\" b", "a b" })
	void headerThatIsNotOneKeyIsRefused(String header) {
		Answer answer = server.client.send("/orders", header, ORDER);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.text()).contains("\"code\":\"idempotency-key-invalid\"",
				"\"type\":\"urn:problem-type:mainstay:idempotency-key-invalid\"", "\"instance\":\"/orders\"");
		assertThat(executions()).isZero();
	}

	@Test
	void twoHeaderLinesAreRefused() {
		Answer answer = server.client
			.send(server.client.post("/orders", "\"a\"", ORDER).header(IdempotencyHeaders.KEY, "\"b\""));
		assertThat(answer.status()).isEqualTo(400);
	}

	@Test
	void tooLongKeyIsRefused() {
		assertThat(server.client.send("/orders", "\"" + "k".repeat(256) + "\"", ORDER).status()).isEqualTo(400);
		assertThat(server.client.send("/orders", "\"" + "k".repeat(219) + UUID.randomUUID() + "\"", ORDER).status())
			.isEqualTo(201);
	}

	@Test
	void otherBodyIsRefusedAndTheFirstOneIsStillReplayed() {
		Answer first = send("/orders", ORDER);
		Answer other = send("/orders", "{\"item\":\"pen\"}");
		assertThat(other.status()).isEqualTo(422);
		assertThat(other.keyStatus()).isEqualTo("mismatch");
		assertThat(other.text()).contains("\"code\":\"idempotency-key-reused\"");
		assertReplayed(first, send("/orders", ORDER));
	}

	@Test
	void otherPathQueryAndMethodAreOtherOperations() {
		assertThat(send("/acct/1/close", "").text()).startsWith("closed 1");
		assertThat(send("/acct/2/close", "").text()).startsWith("closed 2");
		assertThat(send("/bin?bytes=3", "").isReplay()).isFalse();
		assertThat(send("/bin?bytes=4", "").bytes()).hasSize(4);
		assertThat(executions()).isEqualTo(4);
	}

	@Test
	void patchIsProtectedToo() {
		HttpRequest.Builder patch = server.client.to("/orders/7")
			.header("Content-Type", "application/json")
			.header(IdempotencyHeaders.KEY, this.key)
			.method("PATCH", HttpRequest.BodyPublishers.ofString(ORDER));
		assertReplayed(server.client.send(patch), server.client.send(patch));
	}

	@Test
	void usersNeverMeet() {
		Answer anonymous = send("/orders", ORDER);
		Answer ann = server.client.send(server.client.post("/orders", this.key, ORDER).header("X-User", "ann"));
		Answer bob = server.client.send(server.client.post("/orders", this.key, ORDER).header("X-User", "bob"));
		Answer again = server.client.send(server.client.post("/orders", this.key, ORDER)
			.header("X-User", "ann")
			.header("Authorization", "rotated"));
		assertThat(List.of(anonymous.text(), ann.text(), bob.text())).doesNotHaveDuplicates();
		assertThat(again.isReplay()).isTrue();
		assertThat(again.text()).isEqualTo(ann.text());
		assertThat(executions()).isEqualTo(3);
	}

	@Test
	void callersWithOtherCredentialsThatOnlyTheApplicationKnowsNeverMeet() {
		Answer one = server.client.send(server.client.post("/orders", this.key, ORDER).header("Authorization", "one"));
		Answer two = server.client.send(server.client.post("/orders", this.key, ORDER).header("Authorization", "two"));
		assertThat(two.isReplay()).isFalse();
		assertThat(two.text()).isNotEqualTo(one.text());
	}

	@Test
	void requestThatIsRefusedByTheSecurityFilterClaimsNoKey() {
		Answer refused = server.client.send(server.client.post("/orders", this.key, ORDER).header("X-User", "nobody"));
		assertThat(refused.status()).isEqualTo(401);
		assertThat(refused.keyStatus()).isNull();
		assertThat(send("/orders", ORDER).keyStatus()).isEqualTo("created");
	}

	@Test
	void otherMethodsIgnoreTheKey() {
		HttpRequest.Builder get = server.client.to("/orders").header(IdempotencyHeaders.KEY, "not \"a\" key").GET();
		Answer answer = server.client.send(get);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.keyStatus()).isEqualTo("ignored");
	}

	@Test
	void requestWithoutKeyIsLeftAsItIs() {
		HttpRequest.Builder post = server.client.to("/orders")
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(ORDER));
		assertThat(server.client.send(post).keyStatus()).isNull();
		server.client.send(post);
		assertThat(executions()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/throw", "/status/503", "/status/500", "/status/429", "/status/401", "/status/403",
			"/status/408", "/status/425", "/status/405", "/async-fails" })
	void answerThatMayBeBetterNextTimeIsNotKept(String path) {
		Answer first = send(path, ORDER);
		Answer second = send(path, ORDER);
		assertThat(first.status()).isGreaterThanOrEqualTo(400);
		assertThat(second.status()).isEqualTo(first.status());
		assertThat(second.isReplay()).isFalse();
		assertThat(executions()).isEqualTo(2);
	}

	@Test
	void requestThatFailsValidationMayBeCorrectedUnderTheSameKey() {
		assertThat(send("/valid", "{\"quantity\":0}").status()).isEqualTo(400);
		assertThat(send("/valid", "{\"quantity\":").status()).isEqualTo(400);
		assertThat(executions()).isZero();
		Answer first = send("/valid", "{\"quantity\":1}");
		assertReplayed(first, send("/valid", "{\"quantity\":1}"));
	}

	@Test
	void requestThatFoundNoHandlerFreesTheKey() {
		assertThat(send("/nowhere", ORDER).status()).isEqualTo(404);
		assertThat(send("/nowhere", "{}").status()).isEqualTo(404);
		HttpRequest.Builder unsupported = server.client.to("/orders")
			.header(IdempotencyHeaders.KEY, this.key)
			.header("Content-Type", "application/x-unknown")
			.POST(HttpRequest.BodyPublishers.ofString("x"));
		assertThat(server.client.send(unsupported).status()).isEqualTo(415);
		assertThat(send("/orders", ORDER).status()).isEqualTo(201);
	}

	@Test
	void answerThatIsTooLargeReachesTheClientAndIsNotRepeated() {
		assertThat(send("/big?kb=3000", "").bytes()).hasSizeGreaterThan(3000 * 1024);
		Answer second = send("/big?kb=3000", "");
		assertThat(second.status()).isEqualTo(409);
		assertThat(second.text()).contains("\"code\":\"idempotency-response-not-replayable\"");
		assertThat(executions()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "200,1", "200,1024", "200,3000", "503,1", "503,3000" })
	void whatAWriterHasWrittenReachesTheClientThoughNobodyFlushesIt(int status, int kb) {
		Answer answer = send("/writer/" + status + "?kb=" + kb, "");
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.text()).startsWith("üü").endsWith("\n").hasSize(512 * kb + 2);
	}

	@Test
	void streamedAnswerReachesTheClientAndIsNotRepeated() {
		assertThat(send("/stream", "").text()).isEqualTo("line 0\nline 1\nline 2\n");
		assertThat(send("/stream", "").text()).contains("idempotency-response-not-replayable");
		assertThat(executions()).isEqualTo(1);
	}

	@Test
	void answerThatAnotherThreadWritesReachesTheClientAndIsNotRepeated() {
		assertThat(send("/raw-async", "").text()).startsWith("order ");
		assertThat(send("/raw-async", "").status()).isEqualTo(409);
		assertThat(executions()).isEqualTo(1);
	}

	@Test
	void tooLargeRequestRunsUnprotected() {
		HttpRequest.Builder large = server.client.to("/length")
			.header("Content-Type", "application/octet-stream")
			.header(IdempotencyHeaders.KEY, this.key);
		byte[] body = new byte[1024 * 1024 + 1];
		Answer known = server.client.send(large.copy().POST(HttpRequest.BodyPublishers.ofByteArray(body)));
		Answer chunked = server.client.send(large.copy()
			.POST(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body))));
		for (Answer answer : List.of(known, chunked)) {
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.text()).isEqualTo(Integer.toString(body.length));
			assertThat(answer.keyStatus()).isEqualTo("unprotected");
		}
		assertThat(executions()).isEqualTo(2);
	}

	@Test
	void timeOutIsNotStoredWhileTheTaskMayStillRun() {
		Answer first = send("/deferred-timeout", "");
		assertThat(first.status()).isEqualTo(503);
		Answer second = send("/deferred-timeout", "");
		assertThat(second.status()).isEqualTo(409);
		assertThat(second.text()).contains("idempotency-in-progress");
		assertThat(executions()).isEqualTo(1);
	}

	@Test
	void handlerThatReadsTheKeyItselfKeepsIt() {
		Answer first = send("/own", "");
		Answer second = send("/own", "");
		assertThat(first.text()).endsWith(":" + this.key);
		assertThat(first.keyStatus()).isNull();
		assertThat(second.isReplay()).isFalse();
		assertThat(executions()).isEqualTo(2);
	}

	@Test
	void keyStaysVisibleToTheHandler() {
		assertThat(send("/headers", "").text()).endsWith(":" + this.key);
	}

	@Test
	void connectionIsUsableAfterARefusalAndAReplay() {
		IntStream.range(0, 5).forEach((i) -> {
			send("/conflict", ORDER);
			server.client.send("/orders", "\"", ORDER);
			assertThat(server.client.send(server.client.to("/orders").GET()).status()).isEqualTo(200);
		});
	}

}
