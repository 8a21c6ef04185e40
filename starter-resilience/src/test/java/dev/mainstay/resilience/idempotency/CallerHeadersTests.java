package dev.mainstay.resilience.idempotency;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallerHeadersTests {

	private final CallerHeaders headers = new CallerHeaders(List.of("Authorization", "X-Tenant", "Cookie"));

	private Caller caller(Map<String, List<String>> sent, String... session) {
		return this.headers.anonymous((name) -> sent.getOrDefault(name, List.of()), List.of(session));
	}

	@Test
	void callersDifferByEachOfTheHeaders() {
		assertThat(List.of(caller(Map.of()), caller(Map.of("authorization", List.of("a"))),
				caller(Map.of("x-tenant", List.of("a"))), caller(Map.of("x-tenant", List.of("a", "b"))),
				caller(Map.of("x-tenant", List.of("ab"))), caller(Map.of(), "a"),
				caller(Map.of("x-tenant", List.of("a")), "a")))
			.doesNotHaveDuplicates();
	}

	@Test
	void otherHeadersDoNotCount() {
		assertThat(caller(Map.of("x-other", List.of("a")))).isEqualTo(Caller.anonymous(null));
	}

	@Test
	void whatTheCallerShowsIsNotKept() {
		Caller caller = caller(Map.of("authorization", List.of("Bearer secret")), "secret");
		assertThat(caller.name()).hasSize(43).doesNotContain("secret");
		assertThat(caller).hasToString("anonymous");
	}

	@Test
	void orderAndCaseOfTheConfiguredNamesDoNotMatter() {
		CallerHeaders others = new CallerHeaders(List.of("cookie", "x-tenant", "X-TENANT", "authorization"));
		Map<String, List<String>> sent = Map.of("authorization", List.of("a"), "x-tenant", List.of("b"));
		assertThat(others.anonymous((name) -> sent.getOrDefault(name, List.of()), List.of())).isEqualTo(caller(sent));
	}

}
