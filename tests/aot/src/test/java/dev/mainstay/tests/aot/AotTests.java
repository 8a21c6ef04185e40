package dev.mainstay.tests.aot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.Answer;
import dev.mainstay.tests.harness.ApplicationProcess;
import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.harness.Launch;
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

	private static final String ORDER = "{\"customer\":\"c\",\"item\":\"book\",\"quantity\":1,\"price\":9.5}";

	@Test
	void theHardenedServiceDoesWhatItDoesOtherwise() {
		try (ApplicationProcess service = ApplicationProcess.start(sample("orders-hardened").withOption(PROCESSED))) {
			Http http = service.http();
			HttpResponse<String> missing = http.get("/nowhere", "X-Request-Id", "aot-1");
			assertThatProblem(missing.body()).hasCode("not-found").hasRequestId();
			assertThat(missing.headers().firstValue("X-Request-Id")).hasValue("aot-1");
			assertThat(missing.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
			assertThat(http.post("/orders", "{}").statusCode()).isEqualTo(400);
			assertThat(http.get("/actuator/mainstay").body()).contains("\"mode\":\"enforce\"");
			assertThat(http.get("/actuator/prometheus", "X-Forwarded-For", "127.0.0.1").statusCode()).isEqualTo(401);
			service.linesWith("mainstay.access", 1);
			assertThat(service.startBlock()).contains("Mainstay is in mode enforce").doesNotContain("backed off");
			assertThat(service.lines()).anyMatch((line) -> line.contains("AOT-processed"))
				.allSatisfy((line) -> assertThatLogLine(line).hasCoreFields());
		}
	}

	@Test
	void switchedOffByAVariableItIsTheBareService() {
		Launch off = sample("orders-hardened").withOption(PROCESSED).withVariable("MAINSTAY_ENABLED", "false");
		try (ApplicationProcess bare = ApplicationProcess.start(sample("orders").withOption(PROCESSED));
				ApplicationProcess service = ApplicationProcess.start(off)) {
			assertThat(answers(service.http())).isEqualTo(answers(bare.http()));
			assertThat(service.lines()).anyMatch((line) -> line.contains("AOT-processed"))
				.noneMatch((line) -> line.startsWith("{"))
				.noneMatch((line) -> line.contains("mainstay.access"));
		}
	}

	private static List<Answer> answers(Http http) {
		return Stream
			.of(http.get("/nowhere"), http.get("/nowhere", "Accept", "text/html"), http.post("/orders", "{"),
					http.post("/orders", "{}"), http.post("/orders", ORDER, "Idempotency-Key", "\"one\""),
					http.post("/orders", ORDER, "Idempotency-Key", "\"one\""), http.get("/orders/1"),
					http.get("/orders/abc"), http.get("/actuator"), http.get("/actuator/health"),
					http.get("/actuator/mainstay"), http.get("/actuator/prometheus"))
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
