package dev.mainstay.tests.harness;

import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The suite is worth what its comparison notices.
 */
class AdditionsTests {

	private static final Answer PAGE = answer(Map.of("content-type", "text/html"));

	private static final Answer FILE = answer(Map.of("content-type", "text/csv"));

	private static final Answer DATA = answer(Map.of("content-type", "application/json", "etag", "\"1\""));

	@Test
	void whatIsAnnouncedIsTakenAway() {
		assertThat(Additions.REPORT.takenFrom(with(DATA, "x-content-type-options", "nosniff"), DATA)).isEqualTo(DATA);
		assertThat(Additions.REPORT.takenFrom(with(DATA, "x-frame-options", "DENY"), DATA)).isEqualTo(DATA);
	}

	@ParameterizedTest
	@CsvSource({ "x-frame-options, DENY", "cache-control, no-store", "cross-origin-resource-policy, same-origin",
			"content-security-policy, default-src 'self'", "set-cookie, a=b", "x-content-type-options, sniff" })
	void whatNobodyAnnouncedForAPageStays(String name, String value) {
		assertThat(Additions.REPORT.takenFrom(with(PAGE, name, value), PAGE)).isNotEqualTo(PAGE);
	}

	@ParameterizedTest
	@CsvSource({ "x-frame-options, DENY", "cache-control, no-store", "permissions-policy, camera=()" })
	void whatNobodyAnnouncedForAFileStays(String name, String value) {
		assertThat(Additions.ENFORCE.takenFrom(with(FILE, name, value), FILE)).isNotEqualTo(FILE);
	}

	@Test
	void anAnswerThatCachesMayKeepIsNotForbiddenToThem() {
		assertThat(Additions.REPORT.takenFrom(with(DATA, "cache-control", "no-store"), DATA)).isNotEqualTo(DATA);
	}

	@Test
	void whatTheApplicationHadAndHasNoLongerIsNoticed() {
		Answer before = with(DATA, "x-frame-options", "SAMEORIGIN");
		assertThat(Additions.REPORT.takenFrom(with(DATA, "x-frame-options", "DENY"), before)).isNotEqualTo(before);
		assertThat(Additions.REPORT.takenFrom(DATA, before)).isNotEqualTo(before);
	}

	@Test
	void onlyTheErrorJsonOfSpringBootMayBecomeAProblem() {
		Answer problem = new Answer(404, Map.of("content-type", "application/problem+json"),
				"{\"type\":\"t\",\"status\":404}");
		assertThat(problem.isProblemInPlaceOf(new Answer(404, Map.of(), ""))).isFalse();
		assertThat(problem.isProblemInPlaceOf(new Answer(404, Map.of(), "{\"mine\":true}"))).isFalse();
	}

	private static Answer answer(Map<String, String> headers) {
		return new Answer(200, headers, "body");
	}

	private static Answer with(Answer answer, String name, String value) {
		Map<String, String> headers = new TreeMap<>(answer.headers());
		headers.put(name, value);
		return new Answer(answer.status(), headers, answer.body());
	}

	@Test
	void aProblemDetailMayBeCompletedAndNothingElse() {
		Map<String, String> headers = Map.of("content-type", "application/problem+json");
		Answer own = new Answer(404, headers, "{\"status\":404}");
		assertThat(new Answer(404, headers, "{\"status\":404,\"code\":\"not-found\",\"requestId\":\"…\"}")
			.isCompletionOf(own)).isTrue();
		assertThat(
				new Answer(404, headers, "{\"status\":404,\"detail\":\"x\",\"requestId\":\"…\"}").isCompletionOf(own))
			.isFalse();
		assertThat(new Answer(404, Map.of(), "{\"status\":404,\"requestId\":\"…\"}").isCompletionOf(own)).isFalse();
	}

	@Test
	void aPageOfTomcatMayBecomeAProblem() {
		Answer page = new Answer(404, Map.of("content-language", "en"), "<title>HTTP Status 404 – Not Found</title>");
		Answer problem = new Answer(404, Map.of("content-type", "application/problem+json"),
				"{\"type\":\"x\",\"status\":404}");
		assertThat(problem.isProblemInPlaceOf(page)).isTrue();
		assertThat(problem.isProblemInPlaceOf(new Answer(404, Map.of(), "<title>Mine</title>"))).isFalse();
	}

}
