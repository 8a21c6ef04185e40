package dev.mainstay.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What all scenarios share: a running service, and what holds for each of its errors.
 */
interface Scenarios {

	String ORDER = """
			{"name":"Ada","e-mail":"ada@example.com","kind":"A","due":"2026-11-26","total":9.5,\
			"items":[{"sku":"A-1","qty":1},{"sku":"B-2","qty":2}],"password":"long-enough","limits":{"a":1}}""";

	Wire wire();

	/** That an error is a problem with a code and an id, and tells nothing else. */
	static WireAnswer problem(WireAnswer answer, int status, String code) {
		assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
		assertThat(answer.header("content-type")).as(answer.toString()).isEqualTo("application/problem+json");
		assertThat(answer.json().path("code").asString()).as(answer.toString()).isEqualTo(code);
		assertThat(answer.json().path("status").asInt()).isEqualTo(status);
		assertThat(answer.json().path("requestId").asString()).as(answer.toString())
			.isNotEmpty()
			.isEqualTo(answer.header("x-request-id"));
		assertThat(answer.toString()).doesNotContain(Canary.TEXT, "Exception", "java.", "org.", "dev.mainstay");
		hasTheHeadersOfData(answer);
		return answer;
	}

	/** The order with one place changed. */
	static String order(String part, String by) {
		assertThat(ORDER).contains(part);
		return ORDER.replace(part, by);
	}

	/** Each of them once: two are joined by a comma. */
	private static void hasTheHeadersOfData(WireAnswer answer) {
		assertThat(answer.headers()).as(answer.toString())
			.containsEntry("x-content-type-options", "nosniff")
			.containsEntry("referrer-policy", "no-referrer")
			.containsEntry("x-frame-options", "DENY")
			.containsEntry("cross-origin-opener-policy", "same-origin")
			.containsEntry("cross-origin-resource-policy", "same-origin")
			.containsEntry("content-security-policy",
					"default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
			.containsKey("permissions-policy")
			.doesNotContainKey("strict-transport-security");
		assertThat(answer.header("cache-control")).as(answer.toString()).contains("no-store");
	}

}
