package dev.mainstay.tests.kotlin;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.Additions;
import dev.mainstay.tests.harness.Answer;
import dev.mainstay.tests.harness.BeforeAndAfter;
import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Data classes with defaults and with properties that are never null, and functions that
 * suspend, are answered as they were.
 */
class KotlinTests {

	private static final List<String> BODIES = List.of("{\"customer\":\"me\",\"items\":[{\"sku\":\"apple\"}]}",
			"{\"customer\":\"me\",\"items\":[{\"sku\":\"apple\",\"quantity\":2}],\"note\":null,\"urgent\":true,\"more\":1}",
			"{\"customer\":\"me\",\"items\":[{\"sku\":\"\",\"quantity\":0}]}", "{\"customer\":null,\"items\":[]}",
			"{\"items\":[]}", "{\"customer\":\"me\"");

	private static final List<Integer> STATUSES = List.of(200, 200, 400, 400, 400, 400);

	private static final BeforeAndAfter ANSWERS = BeforeAndAfter.of(KotlinApplication.class, KotlinTests::requests);

	private static final List<Answer> ENFORCED = enforced();

	private static List<Answer> enforced() {
		try (WorldApplication application = World.hardened()
			.start(KotlinApplication.class, "--mainstay.mode=enforce",
					"--mainstay.validation.unknown-properties=off")) {
			return requests(application.http()).map(Answer::of).toList();
		}
	}

	private static Stream<HttpResponse<String>> requests(Http http) {
		Stream<HttpResponse<String>> posts = Stream.of("/orders", "/later-orders", "/unchecked-orders")
			.flatMap((path) -> BODIES.stream().map((body) -> http.post(path, body)));
		return Stream.concat(posts, Stream.of(http.get("/orders/1"), http.get("/orders/77"), http.get("/orders/abc"),
				http.get("/failing")));
	}

	@Test
	void theApplicationWorksAtAll() {
		assertThat(ANSWERS.before().subList(0, 6)).extracting(Answer::status).isEqualTo(STATUSES);
		assertThat(ANSWERS.before().subList(6, 12)).extracting(Answer::status).isEqualTo(STATUSES);
		assertThat(ANSWERS.before().subList(18, 22)).extracting(Answer::status).containsExactly(200, 404, 400, 500);
		assertThat(ANSWERS.before().get(0).body()).contains("\"quantity\":1").contains("\"urgent\":false");
	}

	@Test
	void everyAnswerIsWhatItWasOrAProblemWithItsStatus() {
		assertThat(ANSWERS.unexpected()).isEmpty();
		assertThat(ANSWERS.after()).filteredOn((answer) -> answer.body().startsWith("{\"type\""))
			.isNotEmpty()
			.noneMatch((answer) -> answer.body().contains("dev.mainstay.tests") || answer.body().contains("kotlin"));
	}

	@ParameterizedTest
	@CsvSource({ "2", "8" })
	void violationsAreLocated(int index) {
		assertThat(ANSWERS.after().get(index).body()).contains("\"code\":\"validation-failed\"")
			.contains("\"pointer\":\"#/items/0/sku\"")
			.contains("\"pointer\":\"#/items/0/quantity\"");
	}

	@Test
	void enforceChecksWhereValidWasForgottenAndNothingElse() {
		assertThat(ENFORCED.get(14).body()).contains("\"pointer\":\"#/items/0/sku\"");
		assertThat(ENFORCED.get(14).status()).isEqualTo(400);
		for (int i : List.of(0, 1, 6, 7, 12, 13, 18)) {
			Answer before = ANSWERS.before().get(i);
			assertThat(Additions.ENFORCE.takenFrom(ENFORCED.get(i), before)).isEqualTo(before);
		}
	}

}
