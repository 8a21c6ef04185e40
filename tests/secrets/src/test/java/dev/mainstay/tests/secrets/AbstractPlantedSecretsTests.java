package dev.mainstay.tests.secrets;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import dev.mainstay.tests.harness.ApplicationProcess;
import dev.mainstay.tests.harness.Await;
import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.harness.PlantedSecret;
import dev.mainstay.tests.harness.otlp.OtlpReceiver;
import io.opentelemetry.proto.trace.v1.Span;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ten secrets on every way into what a service writes and sends: standard output, a log
 * this.file, the access log, its answers, log records and spans by OTLP.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AbstractPlantedSecretsTests {

	private ApplicationProcess application;

	private Http http;

	private OtlpReceiver receiver;

	private Path file;

	private List<String> records;

	private List<String> spans;

	private final Service service;

	AbstractPlantedSecretsTests(Service service) {
		this.service = service;
	}

	@BeforeAll
	void start(@TempDir Path folder) {
		this.file = folder.resolve("service.log");
		this.receiver = OtlpReceiver.start();
		this.application = this.service.start(this.file, this.receiver);
		this.http = this.application.http();
		assertThat(this.http.get("/plant").statusCode()).isEqualTo(200);
		this.application.linesWith("All are planted", 1);
		Await.until(() -> assertThat(this.receiver.logs()).extracting((it) -> it.getBody().getStringValue())
			.contains("All are planted"));
		Await.until(() -> assertThat(this.receiver.spans()).extracting(Span::getName).contains("http get /plant"));
		this.records = texts(this.receiver.logs());
		this.spans = texts(this.receiver.spans());
		Arrays.stream(PlantedSecret.values())
			.filter(PlantedSecret::fitsIntoUrl)
			.forEach((secret) -> this.http.get("/missing/" + secret.text() + "/end"));
	}

	@AfterAll
	void stop() {
		this.application.close();
		this.receiver.close();
		assertThat(this.receiver.failures()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void aSecretIsMaskedInEveryLineThatCarriesIt(PlantedSecret secret) throws IOException {
		List<String> inFile = Files.readAllLines(this.file);
		SoftAssertions softly = new SoftAssertions();
		for (Carrier carrier : Carrier.values()) {
			for (List<String> lines : List.of(this.application.lines(), inFile)) {
				softly.assertThat(arrived(carrier.name(secret), lines))
					.as(carrier.name(secret))
					.contains((this.service.isJson() || carrier.isSeenInText()) ? "[masked]" : "")
					.doesNotContain(secret.secret());
			}
		}
		softly.assertAll();
	}

	@ParameterizedTest
	@EnumSource
	void aSecretIsMaskedInEveryLogRecordThatCarriesIt(PlantedSecret secret) {
		SoftAssertions softly = new SoftAssertions();
		for (Carrier carrier : Carrier.values()) {
			String record = arrived(carrier.name(secret), this.records);
			softly.assertThat(record).as(carrier.name(secret)).contains("[masked]").doesNotContain(secret.secret());
		}
		softly.assertAll();
	}

	@ParameterizedTest
	@EnumSource
	void aSecretIsMaskedInEverySpanThatCarriesIt(PlantedSecret secret) {
		SoftAssertions softly = new SoftAssertions();
		for (SpanCarrier carrier : SpanCarrier.values()) {
			String span = arrived(carrier.name(secret), this.spans);
			softly.assertThat(span).as(carrier.name(secret)).contains("[masked]").doesNotContain(secret.secret());
		}
		softly.assertThat(arrived(SpanCarrier.observed(secret), this.spans))
			.contains("observed", "[masked]")
			.doesNotContain(secret.secret());
		softly.assertAll();
	}

	/** The one line, record or span that has the name of its carrier in it, as text. */
	private static String arrived(String name, List<String> sent) {
		List<String> found = sent.stream().filter((it) -> it.contains(name)).toList();
		assertThat(found.size()).as(name).isOne();
		return found.get(0);
	}

	private static List<String> texts(List<? extends Message> sent) {
		return sent.stream().map(AbstractPlantedSecretsTests::text).toList();
	}

	private static String text(Message message) {
		return TextFormat.printer().escapingNonAscii(false).printToString(message);
	}

	@ParameterizedTest
	@EnumSource
	void aSecretIsInNoAnswerAndInNoLineAboutIt(PlantedSecret secret) {
		for (String path : List.of("/told/", "/failed/")) {
			String id = "of" + path.replace('/', '.') + secret;
			HttpResponse<String> answer = this.http.get(path + secret, "X-Request-Id", id);
			assertThat(answer.body()).contains(id);
			if (path.equals("/failed/") || secret != PlantedSecret.EMAIL) {
				assertThat(answer.body()).doesNotContain(secret.secret());
			}
			String trace = answer.headers().firstValue("traceresponse").orElseThrow().split("-")[1];
			assertThat(this.application.linesWith(trace, 2)).noneMatch((line) -> line.contains(secret.secret()));
		}
	}

	@Test
	void whoeverCalledIsToldTheAddressesThatHeSentButNotWhatIsAnnotated() {
		assertThat(this.http.get("/told/EMAIL").body()).contains(PlantedSecret.EMAIL.text(),
				"Letter[id=1, content=[masked]]");
		assertThat(this.http.get("/told/CARD").body()).contains("Is there already: [masked]");
	}

	@Test
	void pathsOfTheAccessLogAreMasked() {
		long expected = Arrays.stream(PlantedSecret.values()).filter(PlantedSecret::fitsIntoUrl).count();
		assertThat(expected).isGreaterThan(4);
		assertThat(this.application.linesWith("/missing/", (int) expected))
			.allMatch((line) -> line.contains("[masked]"));
	}

	@Test
	void nothingOfAllThisIsSeenAnywhere() throws IOException {
		for (PlantedSecret secret : PlantedSecret.values()) {
			this.http.get("/failed/" + secret + "?token=" + secret.secret());
		}
		Await.until(() -> assertThat(this.receiver.spans()).extracting(Span::getName)
			.filteredOn((name) -> name.contains("/failed/"))
			.hasSizeGreaterThanOrEqualTo(PlantedSecret.values().length));
		String everything = String.join("\n", this.application.lines()) + Files.readString(this.file)
				+ this.receiver.text();
		for (PlantedSecret secret : PlantedSecret.values()) {
			assertThat(everything.contains(secret.secret())).as(secret.name()).isFalse();
		}
	}

	@Test
	void noErrorGroupAndNoRequestThatFailedShowsASecret() {
		for (PlantedSecret secret : PlantedSecret.values()) {
			this.http.get("/failed/" + secret, "X-Request-Id", "group." + secret);
		}
		String groups = this.http.get("/actuator/errorgroups?limit=1000").body();
		StringBuilder shown = new StringBuilder(groups);
		Matcher ids = Pattern.compile("\"(?:fingerprint|lastRequestId)\":\"([^\"]+)\"").matcher(groups);
		while (ids.find()) {
			shown.append(this.http.get("/actuator/errorgroups/" + ids.group(1)).body());
		}
		for (PlantedSecret secret : PlantedSecret.values()) {
			String request = this.http.get("/actuator/errorgroups/group." + secret).body();
			assertThat(request).contains("[masked]", "Failed GET /failed/{secret}");
			shown.append(request);
		}
		for (PlantedSecret secret : PlantedSecret.values()) {
			assertThat(shown.indexOf(secret.secret())).as(secret.name()).isEqualTo(-1);
		}
	}

	@Test
	void theCounterTellsWhichKindsOfSecretsAreLogged() {
		String metrics = this.http.get("/actuator/prometheus").body();
		for (String rule : List.of("key", "card", "iban", "email", "jwt", "credentials", "known-key", "private-key",
				"url-password", "annotation")) {
			Pattern counted = Pattern.compile("mainstay_masking_masked_total\\{.*rule=\"" + rule + "\".*} [1-9]");
			assertThat(counted.matcher(metrics).find()).as(rule).isTrue();
		}
		assertThat(this.application.lines().stream().filter((line) -> line.contains("made-up"))).isEmpty();
	}

}
