package dev.mainstay.tests.coexistence;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.mainstay.security.event.SecurityEvent;
import dev.mainstay.security.event.SecurityEventType;
import dev.mainstay.tests.harness.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

import static dev.mainstay.test.MainstayAssertions.assertThatProblem;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Users of browsers are guarded behind Spring Security, and it keeps what is its own.
 */
class BrowserGuardTests {

	private static final String ENFORCE = "--mainstay.mode=enforce";

	private static final String HTTPS = "--mainstay.security.headers.hsts=true";

	private static final String[] FOREIGN = { "Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site" };

	private static final String FORM = "application/x-www-form-urlencoded";

	private static final List<String> OTHERS = List.of("https://evil.example", "null",
			"https://partner.example.evil.com", "http://partner.example");

	@Test
	void aSessionThatWasPlantedIsNoneAfterTheLogin() {
		with(RefusalChains.FormLogin.class, (running) -> {
			String planted = session(running.http().get("/secret", "Accept", "text/html"));
			HttpResponse<String> login = login(running, planted);
			assertThat(login.headers().firstValue("Location")).get().asString().contains("/secret");
			String own = session(login);
			assertThat(own).isNotEqualTo(planted);
			assertThat(running.http().get("/secret", "Cookie", own).statusCode()).isEqualTo(200);
			assertThat(running.http().get("/secret", "Cookie", planted).statusCode()).isEqualTo(302);
			assertThat(login.headers().firstValue("Set-Cookie")).get()
				.asString()
				.matches("JSESSIONID=[0-9A-F]+; Path=/; HttpOnly; SameSite=Lax; Secure");
		}, ENFORCE, HTTPS);
	}

	@Test
	void theCookieOfTheSessionIsBoundToTheHost() {
		with(RefusalChains.FormLogin.class, (running) -> {
			String planted = session(running.http().get("/secret", "Accept", "text/html"));
			HttpResponse<String> login = login(running, planted);
			assertThat(login.headers().firstValue("Set-Cookie")).get()
				.asString()
				.matches("__Host-JSESSIONID=[0-9A-F]+; Path=/; Secure; HttpOnly; SameSite=Lax");
			assertThat(running.http().get("/secret", "Cookie", session(login)).statusCode()).isEqualTo(200);
			assertThat(running.http().get("/secret", "Cookie", session(login).substring(7)).statusCode())
				.isEqualTo(302);
		}, ENFORCE, HTTPS, "--mainstay.security.browser.host-prefix=true",
				"--server.servlet.session.cookie.name=JSESSIONID");
	}

	@Test
	void theCookieOfSpringSessionIsBoundAsWell() {
		with(BrowserChains.Stored.class, (running) -> {
			HttpResponse<String> login = login(running, "a=b");
			assertThat(login.headers().allValues("Set-Cookie")).singleElement()
				.asString()
				.startsWith("__Host-SESSION=")
				.contains("; Path=/", "; Secure", "; HttpOnly")
				.containsOnlyOnce("SameSite=Lax")
				.doesNotContain("Domain");
			assertThat(running.http().get("/secret", "Cookie", session(login)).statusCode()).isEqualTo(200);
		}, ENFORCE, HTTPS, "--mainstay.security.browser.host-prefix=true");
		with(BrowserChains.Stored.class,
				(running) -> assertThat(login(running, "a=b").headers().firstValue("Set-Cookie")).get()
					.asString()
					.startsWith("SESSION=")
					.containsOnlyOnce("SameSite=Lax"),
				ENFORCE);
	}

	@Test
	void whatSuppliersHaveChosenForCookiesWins() {
		with(BrowserChains.Embedded.class,
				(running) -> assertThat(running.http().get("/secret").headers().firstValue("Set-Cookie")).get()
					.asString()
					.doesNotContain("SameSite"),
				ENFORCE);
		with(BrowserChains.Strict.class,
				(running) -> assertThat(running.http().get("/secret").headers().firstValue("Set-Cookie")).get()
					.asString()
					.containsOnlyOnce("SameSite")
					.contains("SameSite=Strict"),
				ENFORCE);
	}

	@Test
	void withoutTokensOtherSitesChangeNothing() {
		with(BrowserChains.WithoutTokens.class, (running) -> {
			String user = session(login(running, "a=b"));
			assertThat(running.http().post("/secret", "{}", "Cookie", user).statusCode()).isEqualTo(200);
			assertThat(
					running.http().post("/secret", "{}", "Cookie", user, "Sec-Fetch-Site", "same-origin").statusCode())
				.isEqualTo(200);
			assertForged(running.http().post("/secret", "{}", foreign("Cookie", user)));
			assertForged(running.http().post("/secret", "{}", foreign("Authorization", RefusedApplication.USER)));
			assertForged(running.http()
				.exchange("POST", "/secret", "{}", foreign("Cookie", user, "Content-Type", "text/plain")));
			assertThat(running.events()).hasSize(3)
				.allSatisfy((event) -> assertThat(event.data()).containsEntry("reason", "cross-site")
					.containsEntry("route", "/secret"));
		}, ENFORCE);
	}

	@Test
	void inReportTheyChangeWhatTheyDid() {
		with(BrowserChains.WithoutTokens.class, (running) -> {
			String user = session(login(running, "a=b"));
			assertThat(running.http().post("/secret", "{}", foreign("Cookie", user)).statusCode()).isEqualTo(200);
			assertThat(running.events()).isEmpty();
		});
	}

	/** As identity providers do that answer by a form (form_post, SAML). */
	@Test
	void aLoginThatAnotherSitePostsIsForSpringSecurity() {
		with(BrowserChains.WithoutTokens.class, (running) -> {
			HttpResponse<String> answer = running.http()
				.exchange("POST", "/login", "username=user&password=user",
						foreign("Cookie", "a=b", "Content-Type", FORM));
			assertThat(answer.statusCode()).isEqualTo(302);
			assertThat(answer.headers().firstValue("Location")).get().asString().doesNotContain("error");
		}, ENFORCE);
	}

	@Test
	void whomTheChainsCorsNamesMaySend() {
		with(BrowserChains.Shared.class, (running) -> {
			String user = session(login(running, "a=b"));
			HttpResponse<String> answer = running.http()
				.post("/secret", "{}", "Cookie", user, "Origin", "https://partner.example", "Sec-Fetch-Site",
						"cross-site");
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://partner.example");
			assertThat(running.http().post("/secret", "{}", foreign("Cookie", user)).statusCode()).isEqualTo(403);
			assertThat(running.events()).singleElement()
				.satisfies((event) -> assertThat(event.type()).isEqualTo(SecurityEventType.MALICIOUS_CORS));
		}, ENFORCE);
	}

	@Test
	void aPreflightOfAnotherSiteIsToldNothing() {
		with(BrowserChains.Shared.class, (running) -> {
			for (String origin : OTHERS) {
				HttpResponse<String> answer = preflight(running, origin);
				assertThat(answer.statusCode()).as(origin).isEqualTo(403);
				assertThat(answer.headers().map().keySet()).noneMatch((name) -> name.startsWith("access-control-"));
				assertThat(answer.headers().allValues("Vary")).anyMatch((value) -> value.contains("Origin"));
			}
			assertThat(
					preflight(running, "https://partner.example").headers().firstValue("Access-Control-Allow-Origin"))
				.hasValue("https://partner.example");
			assertThat(running.events()).hasSameSizeAs(OTHERS)
				.allSatisfy((event) -> assertThat(event.type()).isEqualTo(SecurityEventType.MALICIOUS_CORS));
		}, ENFORCE);
	}

	/** Browsers send an origin with what changes something at home, too. */
	@Test
	void aUserWhoMayNotIsNoForeignReader() {
		with(BrowserChains.Shared.class, (running) -> {
			for (String[] browser : new String[][] {
					{ "Origin", "https://orders.example", "Sec-Fetch-Site", "same-origin" },
					{ "Origin", running.http().origin() } }) {
				assertThat(running.http()
					.exchange("POST", "/admin", "{}",
							with(browser, "Authorization", RefusedApplication.USER, "Content-Type", "application/json"))
					.statusCode()).isEqualTo(403);
			}
			untilTheLastRequestHasEnded(running);
			assertThat(running.events()).isEmpty();
		});
	}

	@ParameterizedTest
	@ValueSource(classes = { RefusalChains.Basic.class, RefusalChains.OwnWords.class, RefusalChains.OwnErrorPage.class,
			RefusalChains.StatusOnly.class })
	void aMissingTokenIsOneEventWhoeverAnswers(Class<?> chain) {
		with(chain, (running) -> {
			assertThat(running.http().post("/secret", "{}", "Authorization", RefusedApplication.USER).statusCode())
				.isEqualTo(403);
			assertThat(running.events()).singleElement().satisfies((event) -> {
				assertThat(event.type()).isEqualTo(SecurityEventType.MALICIOUS_CSRF);
				assertThat(event.data()).containsEntry("reason", "csrf-token").containsEntry("method", "POST");
			});
			running.http().get("/admin", "Authorization", RefusedApplication.USER);
			untilTheLastRequestHasEnded(running);
			assertThat(running.events()).filteredOn((event) -> event.type() == SecurityEventType.MALICIOUS_CSRF)
				.hasSize(1);
		});
	}

	/** An event may be told after its answer, but before the next on its connection. */
	private static void untilTheLastRequestHasEnded(Running running) {
		running.http().get("/open");
	}

	private static void assertForged(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThatProblem(answer.body()).hasCode("csrf-rejected").hasRequestId();
	}

	private static HttpResponse<String> preflight(Running running, String origin) {
		return running.http()
			.exchange("OPTIONS", "/secret", "", "Origin", origin, "Access-Control-Request-Method", "POST");
	}

	private static HttpResponse<String> login(Running running, String cookie) {
		return running.http()
			.exchange("POST", "/login", "username=user&password=user", "Cookie", cookie, "Content-Type", FORM);
	}

	private static String session(HttpResponse<String> answer) {
		return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
	}

	private static String[] foreign(String... headers) {
		return with(FOREIGN, headers);
	}

	private static String[] with(String[] browser, String... headers) {
		return Stream.of(headers, browser).flatMap(Stream::of).toArray(String[]::new);
	}

	private static void with(Class<?> chain, Consumer<Running> test, String... arguments) {
		List<SecurityEvent> events = new CopyOnWriteArrayList<>();
		SpringApplicationBuilder application = new SpringApplicationBuilder(chain).properties("server.port=0")
			.listeners((ApplicationListener<PayloadApplicationEvent<?>>) (event) -> {
				if (event.getPayload() instanceof SecurityEvent published) {
					events.add(published);
				}
			});
		try (ConfigurableApplicationContext context = application.run(arguments)) {
			test.accept(new Running(
					new Http(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class)),
					events));
		}
	}

	private record Running(Http http, List<SecurityEvent> events) {

	}

}
