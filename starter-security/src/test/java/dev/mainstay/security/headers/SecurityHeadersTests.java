package dev.mainstay.security.headers;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Mode;
import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.mode.Rung;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SecurityHeadersTests {

	private static final String CSP = "Content-Security-Policy";

	private static final String REPORT_ONLY = "Content-Security-Policy-Report-Only";

	private static final String FRAMES = "X-Frame-Options";

	private static final String NOSNIFF = "X-Content-Type-Options";

	private static final String CORP = "Cross-Origin-Resource-Policy";

	@Test
	void anApiAnswerGetsTheWholeSet() {
		assertThat(apply(Rung.REPORT, TestHead.json())).containsEntry("X-Content-Type-Options", "nosniff")
			.containsEntry("Referrer-Policy", "no-referrer")
			.containsEntry(CSP, "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
			.containsEntry(FRAMES, "DENY")
			.containsEntry("Cross-Origin-Opener-Policy", "same-origin")
			.containsEntry(CORP, "same-origin")
			.containsEntry("Cache-Control", "no-store")
			.containsKey("Permissions-Policy")
			.doesNotContainKey("Strict-Transport-Security");
	}

	@Test
	void whatIsSetWins() {
		Map<String, String> own = new TreeMap<>(Map.of(CSP, "default-src https:; frame-ancestors https://a.example",
				"Referrer-Policy", "origin", "Cache-Control", "max-age=60", CORP, "cross-origin", "Permissions-Policy",
				"camera=*", "Cross-Origin-Opener-Policy", "unsafe-none", "X-Content-Type-Options", "nosniff"));
		TestHead head = TestHead.json();
		head.headers().putAll(own);
		assertThat(apply(Rung.ENFORCE, head)).containsAllEntriesOf(own).doesNotContainKey(FRAMES);
	}

	@Test
	void whoMayFrameByTheOldHeaderMayFrameByTheNewOne() {
		assertThat(apply(Rung.ENFORCE, TestHead.html(FRAMES, "SAMEORIGIN"))).containsEntry(FRAMES, "SAMEORIGIN")
			.hasEntrySatisfying(CSP, (policy) -> assertThat(policy).doesNotContain("frame-ancestors"));
		assertThat(apply(Rung.ENFORCE, TestHead.html(FRAMES, "deny")).get(CSP)).contains("frame-ancestors 'none'");
	}

	@Test
	void anAnswerThatIsSharedByCorsMayBeUsedByOtherOrigins() {
		assertThat(apply(Rung.REPORT, TestHead.json("Access-Control-Allow-Origin", "*"))).doesNotContainKey(CORP)
			.containsKey(CSP);
	}

	@Test
	void aFileIsNeitherKeptFromCachesNorFromOtherOrigins() {
		assertThat(apply(Rung.ENFORCE, TestHead.json("Last-Modified", "Sat, 21 Nov 2026 00:00:00 GMT")))
			.doesNotContainKeys("Cache-Control", CORP);
		assertThat(apply(Rung.ENFORCE, TestHead.html("Accept-Ranges", "bytes"))).doesNotContainKeys("Cache-Control",
				CORP);
		assertThat(apply(Rung.ENFORCE, TestHead.json("ETag", "\"1\""))).doesNotContainKey("Cache-Control")
			.containsKey(CORP);
	}

	@Test
	void imagesScriptsAndDownloadsGetWhatCannotBreakThem() {
		assertThat(apply(Rung.ENFORCE, TestHead.of(200, "Content-Type", "image/png"))).containsOnlyKeys("Content-Type",
				"X-Content-Type-Options", "Referrer-Policy");
	}

	@Test
	void redirectsAndUnmodifiedAnswersKeepTheirPolicies() {
		assertThat(apply(Rung.ENFORCE, TestHead.of(302, "Location", "/"))).containsOnlyKeys("Location",
				"X-Content-Type-Options");
		assertThat(apply(Rung.ENFORCE, TestHead.of(304))).isEmpty();
	}

	@Test
	void aPageIsOnlyReportedOn() {
		Rule rule = rule(Rung.REPORT);
		TestHead head = TestHead.html();
		new SecurityHeaders(rule, false, true).beforeCommit(head);
		assertThat(head.headers()).containsOnlyKeys("Content-Type", "X-Content-Type-Options", "Referrer-Policy",
				REPORT_ONLY);
		assertThat(head.headers()).containsEntry("Referrer-Policy", "strict-origin-when-cross-origin");
		assertThat(rule.hits()).isOne();
	}

	@Test
	void aPageWithAPolicyOfItsOwnIsNotReportedOn() {
		Rule rule = rule(Rung.REPORT);
		TestHead head = TestHead.html(CSP, "default-src 'self'");
		new SecurityHeaders(rule, false, true).beforeCommit(head);
		assertThat(head.headers()).doesNotContainKey(REPORT_ONLY);
		assertThat(rule.hits()).isZero();
	}

	@Test
	void aPageMayLoadItsOwnPartsOfEachKind() {
		String policy = apply(Rung.ENFORCE, TestHead.html()).get(CSP);
		for (String kind : new String[] { "child", "connect", "font", "manifest", "media", "script", "style" }) {
			assertThat(policy).contains("; " + kind + "-src 'self';");
		}
		assertThat(policy).startsWith("default-src 'none'; ").contains("; img-src 'self' data:;");
	}

	@Test
	void aPageGetsTheWholeSetWhenEnforced() {
		assertThat(apply(Rung.ENFORCE, TestHead.html())).containsEntry(FRAMES, "DENY")
			.containsEntry("Cross-Origin-Opener-Policy", "same-origin-allow-popups")
			.containsEntry(CORP, "same-origin")
			.containsKeys(CSP, "Permissions-Policy")
			.doesNotContainKeys(REPORT_ONLY, "Cache-Control");
	}

	@Test
	void aPageKeepsWhatCannotBreakItWhenTheRuleIsOff() {
		assertThat(apply(Rung.OFF, TestHead.html())).containsOnlyKeys("Content-Type", "X-Content-Type-Options",
				"Referrer-Policy");
	}

	@Test
	void setsNothingWhenSwitchedOffAtRunTime() {
		TestHead head = TestHead.of(404);
		new SecurityHeaders(rule(Rung.ENFORCE), true, false).beforeCommit(head);
		assertThat(head.headers()).isEmpty();
	}

	@Test
	void aSecondCallChangesNothing() {
		SecurityHeaders headers = new SecurityHeaders(rule(Rung.ENFORCE), true, true);
		for (TestHead head : new TestHead[] { TestHead.json(), TestHead.html(FRAMES, "SAMEORIGIN") }) {
			headers.beforeCommit(head);
			Map<String, String> first = Map.copyOf(head.headers());
			headers.beforeCommit(head);
			assertThat(head.headers()).containsExactlyInAnyOrderEntriesOf(first);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "text/plain;charset=UTF-8", "application/json", "text/html" })
	void whatAPageRunsIsOnlyKeptFromItWhenEnforced(String type) {
		TestHead script = TestHead.of(200, "Content-Type", type).to("Sec-Fetch-Dest", "script");
		assertThat(apply(Rung.OFF, script.to("Sec-Fetch-Dest", "script"))).doesNotContainKeys(NOSNIFF, CORP);
		assertThat(apply(Rung.ENFORCE, script.to("Sec-Fetch-Dest", "script"))).containsEntry(NOSNIFF, "nosniff");
		assertThat(apply(Rung.REPORT, script)).doesNotContainKeys(NOSNIFF, CORP);
	}

	@Test
	void countsWhatAPageWouldLose() {
		Rule rule = rule(Rung.REPORT);
		SecurityHeaders headers = new SecurityHeaders(rule, false, true);
		TestHead text = TestHead.of(200, "Content-Type", "text/plain");
		headers.beforeCommit(text.to("Sec-Fetch-Dest", "empty"));
		headers.beforeCommit(TestHead.json().to("Sec-Fetch-Dest", "document"));
		headers.beforeCommit(TestHead.of(200, "Content-Type", "text/css").to("Sec-Fetch-Dest", "style"));
		assertThat(rule.hits()).isZero();
		headers.beforeCommit(text.to("Sec-Fetch-Dest", "script"));
		headers.beforeCommit(TestHead.json().to("Sec-Fetch-Dest", "iframe"));
		headers.beforeCommit(TestHead.html().to("Sec-Fetch-Dest", "script"));
		assertThat(rule.hits()).isEqualTo(3);
	}

	@Test
	void dataInsideAPageMayBeShownThere() {
		assertThat(apply(Rung.REPORT, TestHead.json().to("Sec-Fetch-Dest", "iframe"))).containsEntry(NOSNIFF, "nosniff")
			.doesNotContainKeys(CSP, FRAMES, CORP);
		assertThat(apply(Rung.ENFORCE, TestHead.json().to("Sec-Fetch-Dest", "iframe"))).containsEntry(FRAMES, "DENY");
	}

	@Test
	void thePageOfAnErrorThatNeedsNothingGetsTheWholeSet() {
		String policy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
		TestHead page = TestHead.of(500, "Content-Type", "text/html;charset=UTF-8", CSP, policy);
		assertThat(apply(Rung.REPORT, page)).containsEntry(CSP, policy)
			.containsEntry("Cache-Control", "no-store")
			.containsKeys("Permissions-Policy", CORP)
			.doesNotContainKeys(REPORT_ONLY);
	}

	@Test
	void aPageBelowAPathThatIsLeftOutIsReportedOnWhereOthersAreNot() {
		Rule rule = rule(Rung.ENFORCE);
		SecurityHeaders headers = new SecurityHeaders(rule, new PlainPaths(List.of("/console")), false, true);
		TestHead page = TestHead.html().at("/console/login");
		headers.beforeCommit(page);
		assertThat(page.headers()).containsOnlyKeys("Content-Type", NOSNIFF, "Referrer-Policy", REPORT_ONLY);
		TestHead script = TestHead.json().at("/console/data").to("Sec-Fetch-Dest", "script");
		headers.beforeCommit(script);
		assertThat(script.headers()).doesNotContainKeys(NOSNIFF, CORP);
		assertThat(rule.hits()).isEqualTo(2);
		TestHead other = TestHead.html().at("/page");
		headers.beforeCommit(other);
		assertThat(other.headers()).containsKey(CSP).doesNotContainKey(REPORT_ONLY);
	}

	@Test
	void tellsBrowsersToComeBackOverTlsOnlyWhereSomebodySaysSo() {
		String hsts = "Strict-Transport-Security";
		SecurityHeaders headers = new SecurityHeaders(rule(Rung.REPORT), true, true);
		TestHead plain = TestHead.of(302);
		headers.beforeCommit(plain);
		assertThat(plain.headers()).containsEntry(hsts, "max-age=31536000; includeSubDomains");
		TestHead own = TestHead.json(hsts, "max-age=0");
		headers.beforeCommit(own);
		assertThat(own.headers()).containsEntry(hsts, "max-age=0");
		assertThat(apply(Rung.ENFORCE, TestHead.json())).doesNotContainKey(hsts);
	}

	private static Map<String, String> apply(Rung rung, TestHead head) {
		new SecurityHeaders(rule(rung), false, true).beforeCommit(head);
		return head.headers();
	}

	private static Rule rule(Rung rung) {
		return new Ladder(Mode.REPORT).rule("security.headers.html", rung);
	}

}
