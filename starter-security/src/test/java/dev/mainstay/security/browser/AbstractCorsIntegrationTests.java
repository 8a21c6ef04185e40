package dev.mainstay.security.browser;

import java.net.http.HttpResponse;
import java.util.List;

import dev.mainstay.security.event.SecurityEventType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application's own CORS, wherever it stands, is asked and not changed.
 */
abstract class AbstractCorsIntegrationTests extends AbstractBrowserIntegrationTests {

	static final String GOOD = "https://good.example";

	private final Class<?> globalRules;

	private final Class<?> ownFilter;

	private Running global;

	AbstractCorsIntegrationTests(WebApplicationType type, Class<?> globalRules, Class<?> ownFilter) {
		super(type);
		this.globalRules = globalRules;
		this.ownFilter = ownFilter;
	}

	@BeforeAll
	void startGlobal() {
		this.global = start(this.globalRules, ENFORCE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "null", "https://good.example.evil.com", "http://good.example",
			"https://good.example:8443", "https://evilgood.example" })
	void aPreflightOfAnotherSiteIsToldNothing(String origin) {
		int before = this.global.events().size();
		HttpResponse<String> answer = preflight(this.global, origin);
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.headers().map().keySet()).noneMatch((name) -> name.startsWith("access-control-"));
		assertThat(answer.headers().allValues("Vary")).anyMatch((value) -> value.contains("Origin"));
		assertThat(answer.body()).doesNotContain(origin.equals("null") ? "\"null\"" : origin);
		assertThat(this.global.events()).hasSize(before + 1).last().satisfies((event) -> {
			assertThat(event.type()).isEqualTo(SecurityEventType.MALICIOUS_CORS);
			assertThat(event.data()).containsEntry("origin", origin);
		});
	}

	@Test
	void aPreflightOfTheOneThatMayIsAnsweredAsBefore() {
		int before = this.global.events().size();
		HttpResponse<String> answer = preflight(this.global, GOOD);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().allValues("Access-Control-Allow-Origin")).isEqualTo(List.of(GOOD));
		assertThat(answer.headers().allValues("Vary")).anyMatch((value) -> value.contains("Origin"));
		assertThat(this.global.events()).hasSize(before);
	}

	@Test
	void whomTheGlobalRulesNameMaySend() {
		assertAsked(this.global);
	}

	@Test
	void whomAFilterForCorsBehindNamesMaySend() {
		assertAsked(start(this.ownFilter, ENFORCE));
	}

	@Test
	void whoIsOnlyToldNoGetsTheWordOfTheRule() {
		Running running = start(ENFORCE);
		HttpResponse<String> answer = preflight(running, "https://evil.example");
		assertThat(answer.headers().map().keySet()).noneMatch((name) -> name.startsWith("access-control-"));
		assertThat(send(running, "https://evil.example", "POST").statusCode()).isEqualTo(403);
	}

	private static void assertAsked(Running running) {
		HttpResponse<String> allowed = send(running, GOOD, "POST");
		assertThat(allowed.statusCode()).as(allowed.body()).isEqualTo(200);
		assertThat(allowed.headers().allValues("Access-Control-Allow-Origin")).isEqualTo(List.of(GOOD));
		assertThat(send(running, GOOD, "DELETE").statusCode()).isEqualTo(403);
		assertThat(send(running, "https://good.example.evil.com", "POST").statusCode()).isEqualTo(403);
	}

	private static HttpResponse<String> send(Running running, String origin, String method) {
		return running.send(method, "/orders", "Origin", origin, "Sec-Fetch-Site", "cross-site", "Cookie", "SESSION=1");
	}

	private static HttpResponse<String> preflight(Running running, String origin) {
		return running.send("OPTIONS", "/orders", "Origin", origin, "Access-Control-Request-Method", "POST");
	}

}
