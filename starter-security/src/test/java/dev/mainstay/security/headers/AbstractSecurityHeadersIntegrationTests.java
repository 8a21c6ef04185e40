package dev.mainstay.security.headers;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import dev.mainstay.security.Http;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What answers carry over real HTTP, the same on every web stack.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class AbstractSecurityHeadersIntegrationTests {

	static final String CSP = "Content-Security-Policy";

	static final String REPORT_ONLY = "Content-Security-Policy-Report-Only";

	static final String CORP = "Cross-Origin-Resource-Policy";

	private static final List<String> SECURITY_HEADERS = List.of(CSP, REPORT_ONLY, CORP, "X-Content-Type-Options",
			"X-Frame-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy", "Permissions-Policy", "Cache-Control");

	/** Without Spring Security, as most services start. */
	private static final List<String> WITHOUT_SECURITY = List.of(
			"org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
			"org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
			"org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
			"org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
			"org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
			"org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration",
			"org.springframework.boot.security.autoconfigure.actuate.web.reactive.ReactiveManagementWebSecurityAutoConfiguration");

	private final WebApplicationType type;

	private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();

	private int port;

	AbstractSecurityHeadersIntegrationTests(WebApplicationType type) {
		this.type = type;
	}

	@BeforeAll
	void start() {
		this.port = run();
	}

	/** All at the end: closing one server of Netty takes the threads of the others. */
	@AfterAll
	void stop() {
		this.contexts.forEach(ConfigurableApplicationContext::close);
	}

	int run(String... arguments) {
		List<String> all = new ArrayList<>(List.of("--server.port=0", "--server.shutdown=immediate",
				"--spring.reactor.netty.shutdown-quiet-period=100ms",
				"--spring.autoconfigure.exclude=" + String.join(",", exclusions())));
		all.addAll(List.of(arguments));
		ConfigurableApplicationContext context = new SpringApplicationBuilder(HeadersApplication.class).web(this.type)
			.run(all.toArray(String[]::new));
		this.contexts.add(context);
		return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	List<String> exclusions() {
		return WITHOUT_SECURITY;
	}

	HttpResponse<String> get(String path, String... headers) {
		return Http.get(this.port, path, headers);
	}

	private HttpResponse<String> head(String path) {
		return Http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.method("HEAD", HttpRequest.BodyPublishers.noBody()));
	}

	static List<String> values(HttpResponse<String> answer, String name) {
		return answer.headers().allValues(name);
	}

	@Test
	void dataAndErrorsGetTheWholeSetOnce() {
		assertThat(List.of("/json", "/cbor", "/failure", "/missing", "/events", "/stream", "/actuator/health"))
			.allSatisfy((path) -> {
				HttpResponse<String> answer = get(path, "Accept", "*/*");
				assertThat(values(answer, CSP)).singleElement().asString().startsWith("default-src 'none'");
				assertThat(values(answer, "X-Content-Type-Options")).containsExactly("nosniff");
				assertThat(values(answer, "X-Frame-Options")).containsExactly("DENY");
				assertThat(values(answer, "Referrer-Policy")).containsExactly("no-referrer");
				assertThat(values(answer, CORP)).containsExactly("same-origin");
				assertThat(values(answer, "Cross-Origin-Opener-Policy")).containsExactly("same-origin");
				assertThat(values(answer, "Cache-Control")).singleElement().asString().contains("no-store");
				assertThat(values(answer, "Strict-Transport-Security")).isEmpty();
			});
	}

	@Test
	void whatTheApplicationSetsWins() {
		HttpResponse<String> answer = get("/own");
		assertThat(values(answer, CSP)).containsExactly("default-src https:");
		assertThat(values(answer, "Cache-Control")).containsExactly("max-age=60");
	}

	@Test
	void anAnswerSharedByCorsMayBeUsedElsewhere() {
		HttpResponse<String> answer = get("/shared", "Origin", "https://partner.example");
		assertThat(values(answer, "Access-Control-Allow-Origin")).containsExactly("https://partner.example");
		assertThat(values(answer, CORP)).isEmpty();
		assertThat(values(answer, CSP)).hasSize(1);
	}

	@Test
	void pagesGetWhatCannotBreakThem() {
		for (String path : List.of("/page", "/page.html")) {
			HttpResponse<String> answer = get(path);
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(values(answer, REPORT_ONLY)).singleElement().asString().contains("script-src 'self'");
			assertThat(values(answer, "X-Content-Type-Options")).containsExactly("nosniff");
			assertThat(values(answer, "Referrer-Policy")).containsExactly("strict-origin-when-cross-origin");
			assertThat(List.of(CSP, CORP, "X-Frame-Options", "Cross-Origin-Opener-Policy", "Permissions-Policy"))
				.allSatisfy((name) -> assertThat(values(answer, name)).isEmpty());
		}
	}

	@Test
	void filesStayCacheableAndUsableElsewhere() {
		for (String path : List.of("/app.js", "/data.json", "/download")) {
			HttpResponse<String> answer = get(path);
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(values(answer, "X-Content-Type-Options")).containsExactly("nosniff");
			assertThat(List.of(CORP, "Cache-Control")).allSatisfy((name) -> assertThat(values(answer, name)).isEmpty());
		}
		String modified = get("/app.js").headers().firstValue("Last-Modified").orElseThrow();
		HttpResponse<String> unmodified = get("/app.js", "If-Modified-Since", modified);
		assertThat(unmodified.statusCode()).isEqualTo(304);
		assertThat(values(unmodified, "X-Content-Type-Options")).isEmpty();
	}

	@Test
	void aScriptThatIsTextStillRuns() {
		HttpResponse<String> script = get("/config.js", "Accept", "*/*", "Sec-Fetch-Dest", "script");
		assertThat(script.headers().firstValue("Content-Type")).get().asString().startsWith("text/plain");
		assertThat(values(script, "X-Content-Type-Options")).isEmpty();
		assertThat(values(get("/config.js", "Accept", "*/*"), "X-Content-Type-Options")).containsExactly("nosniff");
	}

	@Test
	void thePageOfAnErrorGetsTheWholeSet() {
		for (String path : List.of("/failure", "/missing")) {
			HttpResponse<String> page = get(path, "Accept", "text/html,*/*;q=0.8", "Sec-Fetch-Dest", "document");
			assertThat(page.headers().firstValue("Content-Type")).get().asString().startsWith("text/html");
			assertThat(values(page, CSP)).singleElement().asString().startsWith("default-src 'none'");
			assertThat(values(page, "X-Content-Type-Options")).containsExactly("nosniff");
			assertThat(values(page, "Cache-Control")).singleElement().asString().contains("no-store");
			assertThat(values(page, REPORT_ONLY)).isEmpty();
		}
	}

	@Test
	void aHeadHasTheHeadersOfItsAnswer() {
		for (String path : List.of("/json", "/page", "/app.js", "/missing")) {
			HttpResponse<String> head = head(path);
			assertThat(head.body()).isEmpty();
			assertThat(SECURITY_HEADERS)
				.allSatisfy((name) -> assertThat(values(head, name)).as(path).isEqualTo(values(get(path), name)));
		}
	}

	@Test
	void redirectsAndEmptyAnswersKeepTheirPolicies() {
		assertThat(values(get("/moved"), "Referrer-Policy")).isEmpty();
		assertThat(values(get("/moved"), CSP)).isEmpty();
		assertThat(get("/nothing").statusCode()).isEqualTo(204);
		assertThat(values(get("/nothing"), CSP)).isEmpty();
	}

	@Test
	void enforcesOnPagesWhenTold() {
		int enforcing = run("--mainstay.mode=enforce", "--mainstay.security.headers.hsts=true");
		HttpResponse<String> answer = Http.get(enforcing, "/page");
		assertThat(values(answer, CSP)).singleElement().asString().contains("script-src 'self'");
		assertThat(values(answer, REPORT_ONLY)).isEmpty();
		assertThat(values(answer, "X-Frame-Options")).containsExactly("DENY");
		assertThat(values(answer, "Cross-Origin-Opener-Policy")).containsExactly("same-origin-allow-popups");
		assertThat(values(answer, "Cache-Control")).isEmpty();
		assertThat(values(Http.get(enforcing, "/config.js", "Sec-Fetch-Dest", "script"), "X-Content-Type-Options"))
			.containsExactly("nosniff");
		assertThat(values(answer, "Strict-Transport-Security")).containsExactly("max-age=31536000; includeSubDomains");
	}

	@Test
	void setsNothingWhenSwitchedOff() {
		int off = run("--mainstay.security.headers.enabled=false");
		assertThat(List.of("/json", "/page", "/missing"))
			.allSatisfy((path) -> assertThat(Http.get(off, path).headers().map().keySet()).doesNotContain(
					"x-content-type-options", "content-security-policy", "referrer-policy", "cache-control"));
	}

}
