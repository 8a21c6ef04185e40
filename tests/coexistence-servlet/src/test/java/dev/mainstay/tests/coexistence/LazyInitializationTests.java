package dev.mainstay.tests.coexistence;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.Answer;
import dev.mainstay.tests.harness.Await;
import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import dev.mainstay.tests.ordinary.OrdinaryApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application whose beans are made when they are needed: what Mainstay does has to be
 * there from the first request on, although nobody asks for its beans.
 */
@ExtendWith(OutputCaptureExtension.class)
class LazyInitializationTests {

	private static final String[] EAGER = { "--mainstay.mode=enforce", "--mainstay.logging.format=text" };

	private static final String[] LAZY = { EAGER[0], EAGER[1], "--spring.main.lazy-initialization=true" };

	@Test
	void nothingDependsOnWhenABeanIsMade(CapturedOutput output) {
		List<Answer> eager = answers(EAGER);
		String written = output.toString();
		List<Answer> lazy = answers(LAZY);
		assertThat(lazy).isEqualTo(eager);
		String lazily = output.toString().substring(written.length());
		assertThat(lazily).contains("Mainstay is in mode enforce");
		assertThat(startBlock(lazily)).isEqualTo(startBlock(written));
		assertThat(lazily).contains("Failed GET /failing").doesNotContain("Servlet.service()");
	}

	@Test
	void theFirstRequestIsGuardedAndLogged(CapturedOutput output) {
		try (WorldApplication application = World.hardened().start(OrdinaryApplication.class, LAZY)) {
			assertThat(application.http().get("/actuator/prometheus", "X-Forwarded-For", "203.0.113.7").statusCode())
				.isEqualTo(401);
			Await.until(() -> assertThat(output).containsPattern("GET /actuator/prometheus 401"));
			assertThat(application.http().get("/actuator/prometheus").body())
				.contains("http_server_requests_seconds_count", "mainstay_idempotency_records");
		}
	}

	private static String startBlock(String output) {
		return output.lines().filter((line) -> line.matches(" {2}\\d+ (?:on|off|backed off): .*")).toList().toString();
	}

	private static List<Answer> answers(String... arguments) {
		try (WorldApplication application = World.hardened().start(OrdinaryApplication.class, arguments)) {
			List<Answer> answers = requests(application.http()).map(Answer::of).collect(Collectors.toList());
			String metrics = application.http().get("/actuator/prometheus").body();
			answers.add(new Answer(200, Map.of(),
					metrics.lines().filter((line) -> line.startsWith("# HELP mainstay")).sorted().toList().toString()));
			return answers;
		}
	}

	private static Stream<HttpResponse<String>> requests(Http http) {
		String order = "{\"customer\":\"c\",\"items\":[{\"sku\":\"s\",\"quantity\":1}]}";
		return Stream.of(http.get("/failing"), http.post("/orders", order, "Idempotency-Key", "\"k-1\""),
				http.post("/orders", order, "Idempotency-Key", "\"k-1\""), http.get("/orders"),
				http.post("/orders", "{\"customer\":\"\",\"items\":[]}"), http.get("/nowhere"),
				http.get("/actuator/mainstay", "Forwarded", "for=203.0.113.7"), http.get("/actuator/health"));
	}

}
