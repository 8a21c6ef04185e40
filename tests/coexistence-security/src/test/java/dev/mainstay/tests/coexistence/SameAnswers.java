package dev.mainstay.tests.coexistence;

import java.util.List;

import dev.mainstay.tests.harness.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What stays of answers when Mainstay comes: all, but that a problem is where Spring
 * Boot's error JSON was.
 */
final class SameAnswers {

	private SameAnswers() {
	}

	static void assertSame(List<Answer> before, List<Answer> after) {
		assertThat(after).hasSameSizeAs(before);
		for (int i = 0; i < before.size(); i++) {
			assertSame(before.get(i), after.get(i));
		}
	}

	private static void assertSame(Answer before, Answer after) {
		if (before.isErrorOfBoot()) {
			assertThat(after.body()).startsWith("{\"type\"").contains("\"status\":" + before.status());
			assertThat(after.status()).isEqualTo(before.status());
			assertThat(after.headers().get("www-authenticate")).isEqualTo(before.headers().get("www-authenticate"));
		}
		else {
			assertThat(after).isEqualTo(before);
		}
	}

}
