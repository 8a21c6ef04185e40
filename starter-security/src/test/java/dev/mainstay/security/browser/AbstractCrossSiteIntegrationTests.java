package dev.mainstay.security.browser;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

import dev.mainstay.security.Http;
import dev.mainstay.security.event.SecurityEventType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests as browsers and others send them, the same on every web stack.
 */
@ExtendWith(OutputCaptureExtension.class)
abstract class AbstractCrossSiteIntegrationTests extends AbstractBrowserIntegrationTests {

	private static final String[] COOKIE = { "Cookie", "SESSION=abc" };

	private Running enforcing;

	AbstractCrossSiteIntegrationTests(WebApplicationType type) {
		super(type);
	}

	@BeforeAll
	void startEnforcing() {
		this.enforcing = start(ENFORCE, "--mainstay.security.browser.trusted-origins=https://sister.example");
	}

	@Test
	void jsonAsTextFromAnotherSiteIsRefusedWithItsCookie() {
		HttpResponse<String> answer = post("/raw", "Content-Type", "text/plain", "Origin", "https://evil.example",
				"Sec-Fetch-Site", "cross-site");
		assertRefused(answer);
		assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
		assertThat(this.enforcing.events()).anySatisfy((event) -> {
			assertThat(event.type()).isEqualTo(SecurityEventType.MALICIOUS_CSRF);
			assertThat(event.data()).containsEntry("origin", "https://evil.example")
				.containsEntry("site", "cross-site")
				.containsEntry("route", "/raw")
				.containsEntry("method", "POST")
				.containsEntry("peer", "127.0.0.1")
				.doesNotContainValue("SESSION=abc");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "POST", "PUT", "DELETE" })
	void whateverChangesSomethingIsRefused(String method) {
		assertRefused(this.enforcing.send(method, "/orders", with("Sec-Fetch-Site", "cross-site")));
		assertRefused(this.enforcing.send(method, "/orders", with("Sec-Fetch-Site", "same-site")));
		assertRefused(this.enforcing.send(method, "/orders", with("Origin", "https://evil.example")));
		assertRefused(this.enforcing.send(method, "/orders", with("Origin", "null")));
	}

	@Test
	void whatOnlyReadsPasses() {
		assertPasses(this.enforcing.get("/orders", with("Sec-Fetch-Site", "cross-site")));
	}

	@Test
	void anOldBrowserIsJudgedByItsOriginAndTheHost() {
		String host = "127.0.0.1:" + this.enforcing.port();
		assertPasses(post("/orders", "Origin", "http://" + host));
		assertPasses(post("/orders", "Origin", "HTTP://" + host));
		Stream.of("http://127.0.0.1", "http://127.0.0.1:1", "http://" + host + ".evil.example", "file://", "http://")
			.forEach((origin) -> assertRefused(post("/orders", "Origin", origin)));
	}

	@Test
	void theUsersOwnPagesPass() {
		assertPasses(post("/orders", "Origin", "http://moved.by.proxy", "Sec-Fetch-Site", "same-origin"));
		assertPasses(post("/orders", "Origin", "null", "Sec-Fetch-Site", "same-origin"));
		assertPasses(post("/orders", "Sec-Fetch-Site", "none"));
		assertRefused(post("/orders", "Sec-Fetch-Site", "unheard-of", "Origin", "https://evil.example"));
		assertPasses(post("/orders", "Sec-Fetch-Site", "unheard-of"));
	}

	@Test
	void aProgramWithCookiesSaysNothingAndPasses() {
		assertPasses(post("/orders"));
	}

	@Test
	void whatABrowserDoesNotAddByItselfIsNobodysSignature() {
		String[] foreign = { "Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example" };
		assertPasses(this.enforcing.post("/orders", foreign));
		assertPasses(this.enforcing.post("/orders", plus(foreign, "X-API-Key", "k")));
		assertPasses(this.enforcing.post("/orders", plus(foreign, "Authorization", "Bearer t")));
		assertPasses(post("/orders", plus(foreign, "Authorization", "Bearer t")));
		assertRefused(this.enforcing.post("/orders", plus(foreign, "Authorization", Http.basic("a", "b"))));
		assertRefused(this.enforcing.post("/orders", plus(foreign, "Authorization", "negotiate abc")));
	}

	@Test
	void whoTheApplicationOrTheOperatorNamesPasses() {
		assertPasses(post("/shared", "Origin", "https://partner.example", "Sec-Fetch-Site", "cross-site"));
		assertPasses(post("/orders", "Origin", "https://sister.example", "Sec-Fetch-Site", "same-site"));
		assertRefused(post("/orders", "Origin", "https://partner.example", "Sec-Fetch-Site", "cross-site"));
		assertRefused(post("/orders", "Origin", "https://sister.example.evil", "Sec-Fetch-Site", "cross-site"));
		assertThat(post("/shared", "Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site").statusCode())
			.isEqualTo(403);
	}

	@Test
	void everybodyWithoutCredentialsIsNoWordOnThoseWithThem() {
		assertRefused(post("/public", "Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site"));
		HttpResponse<String> without = this.enforcing.post("/public", "Origin", "https://evil.example",
				"Sec-Fetch-Site", "cross-site");
		assertPasses(without);
		assertThat(without.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
	}

	@Test
	void aHostThatATrustedProxyForwardedCounts() {
		String[] forwarded = with("Origin", "https://shop.example", "X-Forwarded-Host", "shop.example");
		String[] standard = with("Origin", "https://shop.example:8443", "Forwarded",
				"for=192.0.2.1;host=\"shop.example:8443\";proto=https");
		assertRefused(this.enforcing.post("/orders", forwarded));
		assertRefused(this.enforcing.post("/orders", standard));
		Running behindProxy = start(ENFORCE, "--mainstay.trusted-proxies=127.0.0.1");
		assertPasses(behindProxy.post("/orders", forwarded));
		assertPasses(behindProxy.post("/orders", standard));
		Running reading = start(ENFORCE, "--server.forward-headers-strategy=framework");
		assertPasses(reading.post("/orders", forwarded));
	}

	@Test
	void inReportEveryRequestPassesAndIsCounted(CapturedOutput output) {
		Running running = start();
		for (int i = 0; i < 3; i++) {
			assertPasses(running.post("/raw", with("Origin", "https://evil.example", "Content-Type", "text/plain")));
		}
		assertPasses(running.post("/raw", with()));
		assertThat(running.rule(CrossSiteProtection.RULE).hits()).isEqualTo(3);
		assertThat(running.events()).isEmpty();
		assertThat(output).containsOnlyOnce("security.browser.cross-site would have rejected a request at POST /raw")
			.contains("mainstay.security.browser.cross-site=enforce");
	}

	@Test
	void theSwitchTakesItAway() {
		Running running = start(ENFORCE, "--mainstay.security.browser.enabled=false");
		assertPasses(running.post("/orders", with("Origin", "https://evil.example")));
	}

	@Test
	void withoutProblemsTheStatusIsTheSame() {
		Running running = start(ENFORCE, "--mainstay.problem.enabled=false");
		assertThat(running.post("/orders", with("Origin", "https://evil.example")).statusCode()).isEqualTo(403);
	}

	HttpResponse<String> post(String path, String... headers) {
		return this.enforcing.post(path, with(headers));
	}

	Running enforcing() {
		return this.enforcing;
	}

	static String[] with(String... headers) {
		return plus(headers, COOKIE);
	}

	private static String[] plus(String[] headers, String... more) {
		return Stream.of(headers, more).flatMap(Stream::of).toArray(String[]::new);
	}

	static void assertPasses(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
	}

	static void assertRefused(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.headers().allValues("Content-Type")).isEqualTo(List.of("application/problem+json"));
		assertThat(answer.body()).contains("\"code\":\"csrf-rejected\"");
	}

}
