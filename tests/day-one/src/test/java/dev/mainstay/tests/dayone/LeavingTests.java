package dev.mainstay.tests.dayone;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.Answer;
import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.harness.Metadata;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Follows {@code docs/leaving.md}.
 */
@ExtendWith(OutputCaptureExtension.class)
class LeavingTests {

	private static final Pattern PROPERTY = Pattern
		.compile("`((?:spring|management|logging)\\.[a-z.-]+[a-z])(?:=([a-z]+))?`");

	@Test
	void propertiesThatAreLeftBehindAreReadByNobody(CapturedOutput output) {
		List<Answer> before = answers(World.bare());
		int begin = output.getAll().length();
		assertThat(answers(World.bare(), "--mainstay.mode=enforce", "--mainstay.request-id.header=X-Call-Id",
				"--mainstay.http-client.retry.max-retries=0", "--mainstay.logging.format=json"))
			.isEqualTo(before);
		assertThat(output.getAll().substring(begin)).doesNotContain("Mainstay", "mainstay.mode");
	}

	@Test
	void aLookBeforeTheLeapShowsWhatComes() {
		assertThat(answers(World.hardened(), "--mainstay.enabled=false")).isEqualTo(answers(World.bare()));
	}

	@Test
	void problemsAndJsonLogsAreToBeHadWithoutMainstay(CapturedOutput output) throws IOException {
		List<String> arguments = new ArrayList<>();
		Matcher property = PROPERTY.matcher(page());
		while (property.find()) {
			if (property.group(2) != null) {
				arguments.add("--" + property.group(1) + "=" + property.group(2));
			}
		}
		assertThat(arguments).hasSize(2);
		int begin = output.getAll().length();
		try (WorldApplication service = World.bare().start(DayOneApplication.class, arguments.toArray(String[]::new))) {
			assertThat(service.http().get("/orders/abc").headers().firstValue("Content-Type"))
				.hasValue("application/problem+json");
		}
		assertThat(output.getAll().substring(begin).lines()).isNotEmpty()
			.allMatch((line) -> line.startsWith("{\"@timestamp\""));
	}

	@Test
	void everyPropertyOfSpringBootThatIsNamedExists() throws IOException {
		Set<String> known = Metadata.namesOfProperties();
		Matcher property = PROPERTY.matcher(page());
		while (property.find()) {
			String name = property.group(1);
			assertThat(known).as(name).anyMatch((it) -> it.equals(name) || it.startsWith(name + "."));
		}
	}

	private static String page() throws IOException {
		return Files.readString(Path.of("..", "..", "docs", "leaving.md"));
	}

	private static List<Answer> answers(World world, String... arguments) {
		try (WorldApplication service = world.start(DayOneApplication.class, arguments)) {
			return requests(service.http()).map(Answer::of).toList();
		}
	}

	private static Stream<HttpResponse<String>> requests(Http http) {
		String order = "{\"customer\":\"c\",\"quantity\":1}";
		return Stream.of(http.get("/orders"), http.get("/orders/abc"), http.get("/failing"), http.get("/nowhere"),
				http.post("/orders", order, "Idempotency-Key", "\"k\""),
				http.post("/orders", order, "Idempotency-Key", "\"k\""), http.get("/actuator"),
				http.get("/actuator/mainstay"), http.get("/actuator/prometheus"));
	}

}
