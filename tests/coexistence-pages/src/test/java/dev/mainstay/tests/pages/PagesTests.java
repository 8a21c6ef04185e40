package dev.mainstay.tests.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.mainstay.tests.harness.Answer;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages work as they did: nothing that a browser enforces is added to them in report, and
 * in enforce only what docs/security.md says.
 */
class PagesTests {

	/** Ids, and a policy by which a browser only writes to its console. */
	private static final Set<String> NOTHING_TO_ENFORCE = Set.of("x-request-id", "traceresponse",
			"content-security-policy-report-only");

	/** What browsers do by themselves where a page says nothing. */
	private static final String USUAL_REFERRER = "strict-origin-when-cross-origin";

	private static final Map<String, Answer> BEFORE = visit(World.bare());

	private static final Map<String, Answer> AFTER = visit(World.hardened());

	private static final Map<String, Answer> ENFORCED = visit(World.hardened(), "--mainstay.mode=enforce");

	private static Map<String, Answer> visit(World world, String... arguments) {
		try (WorldApplication application = world.start(PagesApplication.class, arguments)) {
			return Browser.visit(application.http());
		}
	}

	@Test
	void theApplicationWorksAtAll() {
		assertThat(BEFORE.values()).allSatisfy((answer) -> assertThat(answer.status()).isIn(200, 302, 304, 404, 500));
	}

	@Test
	void everyAnswerIsWhatItWas() {
		BEFORE.forEach((name, before) -> {
			assertThat(AFTER.get(name).status()).as(name).isEqualTo(before.status());
			assertThat(AFTER.get(name).body()).as(name).isEqualTo(before.body());
			assertThat(ENFORCED.get(name).body()).as(name).isEqualTo(before.body());
		});
	}

	@Test
	void nothingThatABrowserEnforcesIsAddedInReport() {
		BEFORE.forEach((name, before) -> {
			if (!isData(before)) {
				assertThat(enforced(AFTER.get(name), before)).as(name).isEqualTo(before.headers());
			}
		});
	}

	@Test
	void whatIsRunOrAppliedHasTheTypeThatNosniffAsksFor() {
		AFTER.forEach((name, answer) -> {
			if (answer.headers().containsKey("x-content-type-options") && name.matches(".*\\.(js|css)")) {
				assertThat(answer.headers().get("content-type")).as(name)
					.matches("text/(javascript|css).*|application/javascript.*");
			}
		});
	}

	private static boolean isData(Answer answer) {
		return answer.headers().getOrDefault("content-type", "").startsWith("application/json");
	}

	/** What is new to a browser that acts by it. */
	private static Map<String, String> enforced(Answer after, Answer before) {
		Map<String, String> headers = new HashMap<>(after.headers());
		headers.keySet().removeIf((name) -> NOTHING_TO_ENFORCE.contains(name) && !before.headers().containsKey(name));
		if (!before.headers().containsKey("referrer-policy")) {
			headers.remove("referrer-policy", USUAL_REFERRER);
		}
		if (!before.headers().containsKey("x-content-type-options")) {
			headers.remove("x-content-type-options", "nosniff");
		}
		return headers;
	}

	@Test
	void errorPagesOfTheApplicationStay() {
		assertThat(AFTER.get("/nowhere").body()).contains("We looked for <b>/nowhere</b> everywhere");
		assertThat(AFTER.get("/failing-page").body()).contains("Our page for <b>500</b>");
	}

	@Test
	void enforceBlocksWhatIsInsideAPage() {
		for (String page : List.of("/page", "POST /page", "/nowhere", "/failing-page")) {
			assertThat(AFTER.get(page).headers().get("content-security-policy-report-only")).as(page)
				.isEqualTo(ENFORCED.get(page).headers().get("content-security-policy"))
				.contains("script-src 'self'; style-src 'self'");
		}
	}

	@Test
	void enforceKeepsAPolicyOfThePageAndTheFilesOfASinglePageApplication() {
		assertThat(ENFORCED.get("/strict-page").headers())
			.containsEntry("content-security-policy", "script-src 'unsafe-inline'; frame-ancestors 'self'")
			.doesNotContainKey("x-frame-options");
		assertThat(ENFORCED.get("/").headers().get("content-security-policy")).contains("script-src 'self'");
		for (String file : List.of("/assets/app-8f3a90b4.js", "/assets/app-5d2e71c0.css", "kept script")) {
			assertThat(enforced(ENFORCED.get(file), BEFORE.get(file))).as(file).isEqualTo(BEFORE.get(file).headers());
		}
	}

	@Test
	void enforceLetsNoFrameShowTheConsole() {
		assertThat(AFTER.get("frame header.jsp").headers()).doesNotContainKeys("x-frame-options",
				"content-security-policy");
		assertThat(ENFORCED.get("frame header.jsp").headers()).containsEntry("x-frame-options", "DENY");
	}

	@Test
	void inReportAWindowOfAnotherSiteFindsItsOpener() {
		for (String page : List.of("/login-in-a-window", "window that comes back")) {
			assertThat(AFTER.get(page).headers()).as(page).doesNotContainKey("cross-origin-opener-policy");
			assertThat(ENFORCED.get(page).headers()).as(page)
				.containsEntry("cross-origin-opener-policy", "same-origin-allow-popups");
		}
	}

	@Test
	void picturesInReportAndFilesInEnforceAreForOtherSites() {
		for (String image : List.of("/assets/logo.svg", "/picture")) {
			assertThat(AFTER.get(image + " for another site").headers()).as(image)
				.doesNotContainKey("cross-origin-resource-policy");
		}
		assertThat(ENFORCED.get("/assets/logo.svg for another site").headers())
			.doesNotContainKey("cross-origin-resource-policy");
		assertThat(AFTER.get("/gallery").headers().get("content-security-policy-report-only"))
			.contains("img-src 'self' data:");
	}

	@Test
	void inReportAPageAsksForTheCamera() {
		assertThat(AFTER.get("/camera").headers()).doesNotContainKey("permissions-policy");
		assertThat(ENFORCED.get("/camera").headers().get("permissions-policy")).contains("camera=()");
	}

}
