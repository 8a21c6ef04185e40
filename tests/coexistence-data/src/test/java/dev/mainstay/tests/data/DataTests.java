package dev.mainstay.tests.data;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.Additions;
import dev.mainstay.tests.harness.Answer;
import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import org.junit.jupiter.api.Test;

import static dev.mainstay.test.MainstayAssertions.assertThatProblem;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an application keeps data in and reaches others with is what it was, and what is
 * dormant stays so.
 */
class DataTests {

	private static final Seen BEFORE = Seen.in(World.bare());

	private static final Seen AFTER = Seen.in(World.hardened());

	@Test
	void theApplicationWorksAtAll() {
		assertThat(BEFORE.answers()).extracting(Answer::body)
			.contains("{\"accounts\":1}", "1", "2",
					"{\"framework\":\"call 3\",\"resilience4j\":\"call 4\",\"spring-retry\":\"call 5\"}");
		assertThat(BEFORE.kinds()).contains("CacheManager=[ConcurrentMapCacheManager]");
		assertThat(BEFORE.settings()).contains("migrations=1", "pool=3/");
	}

	@Test
	void managersAndAspectsAreWhatTheyWere() {
		assertThat(AFTER.kinds()).isEqualTo(BEFORE.kinds());
	}

	@Test
	void settingsOfTheDatabaseAreWhatTheyWere() {
		assertThat(AFTER.settings()).isEqualTo(BEFORE.settings());
	}

	@Test
	void answersAreWhatTheyWere() {
		for (int i = 0; i < BEFORE.answers().size(); i++) {
			Answer before = BEFORE.answers().get(i);
			assertThat(Additions.REPORT.takenFrom(AFTER.answers().get(i), before)).isEqualTo(before);
		}
	}

	@Test
	void constraintsOfAnEntityFailAsTheyDid() {
		for (int i = 0; i < BEFORE.failures().size(); i++) {
			Answer before = BEFORE.failures().get(i);
			Answer after = AFTER.failures().get(i);
			assertThat(before.status()).isEqualTo(500);
			assertThat(Additions.REPORT.takenFrom(after, before).isProblemInPlaceOf(before)).isTrue();
			assertThatProblem(after.body()).hasCode("internal-error");
			assertThat(after.body()).doesNotContain("owner", "blank");
		}
	}

	/**
	 * Its factory is wrapped, which is announced; what it makes is told by the other
	 * side.
	 */
	@Test
	void theClientIsTheSameKind() {
		assertThat(BEFORE.client()).anyMatch((field) -> field.startsWith("user-agent:java-http-client"));
		assertThat(AFTER.client()).isEqualTo(BEFORE.client());
	}

	private record Seen(String kinds, String settings, List<Answer> answers, List<Answer> failures,
			List<String> client) {

		static Seen in(World world) {
			try (WorldApplication application = world.start(DataApplication.class)) {
				Http http = application.http();
				List<Answer> answers = Stream
					.of(open(http, "/accounts", "me"), get(http, "/rates/eur"), get(http, "/rates/eur"),
							get(http, "/later-rates/usd"), get(http, "/later-rates/usd"), get(http, "/dormant"))
					.toList();
				List<Answer> failures = List.of(open(http, "/accounts", ""), open(http, "/accounts/later", ""));
				return new Seen(application.ask("surroundings", "kinds"), application.ask("surroundings", "settings"),
						answers, failures, client(http));
			}
		}

		private static Answer open(Http http, String path, String owner) {
			return Answer.of(http.post(path + "?balance=1&owner=" + owner, "{}"));
		}

		private static Answer get(Http http, String path) {
			return Answer.of(http.get(path));
		}

		/** Names of header fields and how the client calls itself. */
		private static List<String> client(Http http) {
			return Stream.of(http.get("/client").body().toLowerCase(Locale.ROOT).replaceAll("[{}\" ]", "").split(","))
				.filter((field) -> !field.startsWith("traceparent") && !field.startsWith("x-request-id"))
				.map((field) -> field.startsWith("user-agent") ? field : field.replaceFirst(":.*", ""))
				.sorted()
				.toList();
		}

	}

}
