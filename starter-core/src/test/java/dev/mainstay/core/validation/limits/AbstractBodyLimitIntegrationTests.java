package dev.mainstay.core.validation.limits;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.problem.Answer;
import dev.mainstay.core.problem.Service;
import dev.mainstay.core.request.RawClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What both web stacks do alike.
 */
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AbstractBodyLimitIntegrationTests {

	protected static final AtomicLong READ = new AtomicLong();

	private static final String[] SIZES = { "mainstay.validation.limits.body-size=64KB",
			"mainstay.validation.limits.large-body=16KB", "mainstay.validation.limits.routes[/imports/**]=128KB",
			"mainstay.validation.limits.routes[/imports/small]=1KB",
			"mainstay.validation.limits.routes[/imports/any]=-1" };

	private static final int KB = 1024;

	private Service reporting;

	private Service enforcing;

	protected abstract WebApplicationType type();

	protected abstract Class<?>[] parts();

	@BeforeAll
	void start() {
		this.reporting = Service.start(type(), parts(), SIZES);
		String[] enforced = Arrays.copyOf(SIZES, SIZES.length + 1);
		enforced[SIZES.length] = "mainstay.mode=enforce";
		this.enforcing = Service.start(type(), parts(), enforced);
	}

	@AfterAll
	void stop() {
		this.reporting.close();
		this.enforcing.close();
	}

	protected Service reporting() {
		return this.reporting;
	}

	@Test
	void aBodyThatDeclaresTooMuchIsRefusedUnread() {
		long read = READ.get();
		Upload upload = Upload.declared(port(this.reporting), "/raw", 100_000_000);
		assertRefused(upload);
		assertThat(READ).hasValue(read);
		assertThat(upload.sent()).isLessThan(32_000_000);
	}

	@Test
	void aBodyThatTurnsOutToBeTooLargeIsCutAtTheLimit() {
		long read = READ.get();
		Upload upload = Upload.chunked(port(this.reporting), "/raw", 100_000_000);
		assertRefused(upload);
		assertThat(READ.get() - read).isBetween(48L * KB, 64L * KB);
		assertThat(upload.sent()).isLessThan(32_000_000);
	}

	@Test
	void nobodyIsInvitedToSendWhatWillBeRefused() throws IOException {
		String answer = RawClient.send(port(this.reporting), expecting("/raw", 65 * KB));
		assertThat(answer).startsWith("HTTP/1.1 413").doesNotContain(" 100 ").contains("payload-too-large");
	}

	@Test
	void othersAreInvited() throws IOException {
		String answer = RawClient.send(port(this.reporting), expecting("/raw", 5) + "12345");
		assertThat(answer).startsWith("HTTP/1.1 100").contains("HTTP/1.1 200");
	}

	private static String expecting(String path, int length) {
		return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nExpect: 100-continue\r\n"
				+ "Content-Length: " + length + "\r\n\r\n";
	}

	@ParameterizedTest
	@CsvSource({ "/raw, 65536, 200", "/raw, 65537, 413", "/imports/x, 131072, 200", "/imports/x, 131073, 413",
			"/imports/small, 1024, 200", "/imports/small, 1025, 413", "/imports/any, 500000, 200" })
	void theLimitIsExactAndOfTheRoute(String path, int length, int status) {
		assertThat(Upload.declared(port(this.reporting), path, length).status()).isEqualTo(status);
		assertThat(Upload.chunked(port(this.reporting), path, length).status()).isEqualTo(status);
	}

	@Test
	void whoeverReadsItsFailureIsTheSame() {
		String body = "{\"text\":\"" + "a".repeat(70 * KB) + "\"}";
		for (String path : new String[] { "/json", "/text", "/mono" }) {
			Answer answer = Chunked.post(this.reporting.url(path), body);
			assertThat(answer.status()).as(path).isEqualTo(413);
			assertThat(answer.json().path("code").asString()).isEqualTo("payload-too-large");
		}
	}

	@Test
	void aLargeBodyIsCountedOnce() {
		Rule rule = rule(this.reporting, "large-body");
		long hits = rule.hits();
		assertThat(Upload.declared(port(this.reporting), "/raw", 16 * KB).status()).isEqualTo(200);
		assertThat(Upload.declared(port(this.reporting), "/imports/x", 17 * KB).status()).isEqualTo(200);
		assertThat(rule.hits()).isEqualTo(hits);
		assertThat(Upload.declared(port(this.reporting), "/raw", 17 * KB).status()).isEqualTo(200);
		assertThat(Upload.chunked(port(this.reporting), "/raw", 17 * KB).status()).isEqualTo(200);
		assertThat(Upload.declared(port(this.reporting), "/unread", 17 * KB).status()).isEqualTo(200);
		await().untilAsserted(() -> assertThat(rule.hits()).isEqualTo(hits + 3));
	}

	@Test
	void enforcedALargeBodyIsRefused() {
		Rule rule = rule(this.enforcing, "large-body");
		long hits = rule.hits();
		assertRefused(Upload.declared(port(this.enforcing), "/raw", 17 * KB));
		assertRefused(Upload.chunked(port(this.enforcing), "/raw", 17 * KB));
		assertThat(Upload.declared(port(this.enforcing), "/imports/x", 17 * KB).status()).isEqualTo(200);
		assertThat(rule.hits()).isEqualTo(hits + 2);
	}

	@Test
	void aCompressedBodyIsCountedAndEnforcedRefused() {
		Rule rule = rule(this.reporting, "compressed-body");
		assertThat(this.reporting.post("/raw", "x", "Content-Encoding", "gzip").status()).isEqualTo(200);
		assertThat(this.reporting.post("/raw", "x", "Content-Encoding", "identity").status()).isEqualTo(200);
		assertThat(this.reporting.get("/nobody", "Content-Encoding", "gzip").status()).isEqualTo(200);
		await().untilAsserted(() -> assertThat(rule.hits()).isEqualTo(1));
		Answer answer = this.enforcing.post("/raw", "x", "Content-Encoding", "br");
		assertThat(answer.status()).isEqualTo(415);
		assertThat(answer.json().path("code").asString()).isEqualTo("unsupported-media-type");
		assertThat(answer.header("Accept-Encoding")).isEqualTo("identity");
		assertThat(this.enforcing.post("/raw", "x").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "mainstay.validation.limits.body-size=-1", "mainstay.validation.enabled=false",
			"mainstay.enabled=false" })
	void withoutALimitAnythingPasses(String property) {
		try (Service service = Service.start(type(), parts(), property, "mainstay.validation.large-body=off")) {
			assertThat(Upload.chunked(port(service), "/raw", 33_000_000).status()).isEqualTo(200);
		}
	}

	@Test
	void aMethodThatACallerMadeUpIsNotNamed(CapturedOutput output) {
		try (Service service = Service.start(type(), parts())) {
			Answer.to(HttpRequest.newBuilder(URI.create(service.url("/nothing")))
				.method("MADEUP", HttpRequest.BodyPublishers.ofString("body")), "Content-Encoding", "gzip");
			await()
				.untilAsserted(() -> assertThat(output).contains("compressed-body would have rejected a request at "));
			assertThat(output).doesNotContain("at MADEUP");
		}
	}

	@Test
	void byDefaultTheLimitIsFarAboveAnHonestClient() {
		try (Service service = Service.start(type(), parts())) {
			assertThat(Upload.declared(port(service), "/raw", 32L * KB * KB).status()).isEqualTo(200);
			assertRefused(Upload.declared(port(service), "/raw", 32L * KB * KB + 1));
		}
	}

	private static void assertRefused(Upload upload) {
		assertThat(upload.answer()).startsWith("HTTP/1.1 413")
			.contains("Content-Type: application/problem+json", "\"code\":\"payload-too-large\"")
			.containsIgnoringCase("Connection: close");
	}

	protected static int port(Service service) {
		return service.context().getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	protected static Rule rule(Service service, String name) {
		return service.context()
			.getBean(Ladder.class)
			.rules()
			.stream()
			.filter((rule) -> rule.name().equals("validation." + name))
			.findFirst()
			.orElseThrow();
	}

}
