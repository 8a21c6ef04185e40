package dev.mainstay.tests.aot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.Answer;
import dev.mainstay.tests.harness.ApplicationProcess;
import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.harness.Launch;
import dev.mainstay.tests.harness.Metadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.mainstay.test.MainstayAssertions.assertThatLogLine;
import static dev.mainstay.test.MainstayAssertions.assertThatProblem;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The samples as they were processed ahead of time: the hardened one does what it does
 * otherwise, and switched off it is the bare one although its beans are frozen.
 */
class AotTests {

	private static final String PROCESSED = "-Dspring.aot.enabled=true";

	private static final String ORDER = """
			{"customer":"c","email":"c@example.com","lines":[{"sku":"s","quantity":1,"price":9.5}]}""";

	private static final String PAYMENT = """
			{"orderId":1,"amount":9.5,"cardNumber":"%s","expiry":"12/29"}""".formatted("4".repeat(16));

	private final RecordingProvider provider = new RecordingProvider();

	@AfterEach
	void close() {
		this.provider.close();
	}

	@Test
	void theHardenedServiceDoesWhatItDoesOtherwise() {
		try (ApplicationProcess service = start(sample("orders-hardened"))) {
			Http http = service.http();
			HttpResponse<String> missing = http.get("/nowhere", "X-Request-Id", "aot-1");
			assertThatProblem(missing.body()).hasCode("not-found").hasRequestId();
			assertThat(missing.headers().firstValue("X-Request-Id")).hasValue("aot-1");
			assertThat(missing.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
			assertThat(http.post("/orders", "{}").statusCode()).isEqualTo(400);
			assertThat(http.get("/actuator/mainstay").body()).contains("\"mode\":\"enforce\"");
			assertThat(http.get("/actuator/hardening").body()).contains("\"score\":", "\"id\":\"DB-05\"");
			assertThat(http.get("/actuator/prometheus", "X-Forwarded-For", "127.0.0.1").statusCode()).isEqualTo(401);
			assertThat(call(http)).contains("Traceparent");
			service.linesWith("mainstay.access", 1);
			assertThat(service.startBlock()).contains("Mainstay is in mode enforce").doesNotContain("backed off");
			assertThat(service.lines()).anyMatch((line) -> line.contains("AOT-processed"))
				.allSatisfy((line) -> assertThatLogLine(line).hasCoreFields());
		}
	}

	@Test
	void switchedOffByVariablesItIsTheBareService() {
		List<Answer> answers;
		String call;
		try (ApplicationProcess bare = start(sample("orders"))) {
			answers = answers(bare.http());
			call = call(bare.http());
		}
		Launch each = sample("orders-hardened");
		for (String property : Metadata.switchesOfFeatures()) {
			each = each.withVariable(property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT), "false");
		}
		for (Launch off : List.of(sample("orders-hardened").withVariable("MAINSTAY_ENABLED", "false"), each)) {
			try (ApplicationProcess service = start(off)) {
				assertThat(answers(service.http())).isEqualTo(answers);
				assertThat(call(service.http())).isEqualTo(call).contains("Authorization");
				assertThat(service.lines()).anyMatch((line) -> line.contains("AOT-processed"))
					.noneMatch((line) -> line.startsWith("{"))
					.noneMatch((line) -> line.contains("GET /nowhere 404"));
			}
		}
	}

	private ApplicationProcess start(Launch launch) {
		return ApplicationProcess.start(launch.withOption(PROCESSED), "--payment.provider.url=" + this.provider.url());
	}

	/** With what the provider is called for one payment. */
	private String call(Http http) {
		http.post("/orders", ORDER);
		http.post("/payments", PAYMENT);
		return this.provider.lastHeaders();
	}

	private static List<Answer> answers(Http http) {
		return Stream
			.of(http.get("/nowhere"), http.get("/nowhere", "Accept", "text/html"), http.post("/orders", "{"),
					http.post("/orders", "{}"), http.post("/orders", ORDER, "Idempotency-Key", "\"one\""),
					http.post("/orders", ORDER, "Idempotency-Key", "\"one\""), http.get("/orders/1"),
					http.get("/orders/abc"), http.get("/actuator"), http.get("/actuator/health"),
					http.get("/actuator/mainstay"), http.get("/actuator/hardening"), http.get("/actuator/prometheus"))
			.map(Answer::of)
			.toList();
	}

	private static Launch sample(String name) {
		Path target = Path.of("..", "..", "samples", name, "target");
		try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, "*-exec.jar")) {
			return Launch.of(jars.iterator().next());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Package the samples first, as mvn verify does", ex);
		}
	}

}
