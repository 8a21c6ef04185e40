package dev.mainstay.security.management;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.mainstay.security.Http;
import dev.mainstay.security.event.SecurityEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who is admitted over real HTTP, the same on every web stack.
 */
abstract class AbstractManagementAccessIntegrationTests {

	private static final String TOKEN = "token-".repeat(4);

	private static final String PASSWORD = "pass".concat("word");

	private static final String WITH_TOKEN = "--mainstay.security.management.token=" + TOKEN;

	private final Class<?> application;

	private final WebApplicationType type;

	private final String exclusions;

	private final List<SecurityEvent> events = new CopyOnWriteArrayList<>();

	private ConfigurableApplicationContext context;

	AbstractManagementAccessIntegrationTests(Class<?> application, WebApplicationType type, String exclusions) {
		this.application = application;
		this.type = type;
		this.exclusions = exclusions;
	}

	@AfterEach
	void close() {
		if (this.context != null) {
			this.context.close();
		}
	}

	int run(String... arguments) {
		List<String> all = new ArrayList<>(List.of("--server.port=0", "--server.shutdown=immediate",
				"--spring.reactor.netty.shutdown-quiet-period=100ms", "--spring.security.user.name=user",
				"--spring.security.user.password=" + PASSWORD, "--spring.autoconfigure.exclude=" + this.exclusions));
		all.addAll(List.of(arguments));
		this.context = new SpringApplicationBuilder(this.application).web(this.type)
			.initializers(new ExposedByPolicy())
			.listeners(this::keep)
			.run(all.toArray(String[]::new));
		return port("local.server.port");
	}

	private void keep(ApplicationEvent event) {
		if (event instanceof PayloadApplicationEvent<?> published
				&& published.getPayload() instanceof SecurityEvent one) {
			this.events.add(one);
		}
	}

	int port(String property) {
		return this.context.getEnvironment().getRequiredProperty(property, Integer.class);
	}

	static String role(String role) {
		return "--spring.security.user.roles=" + role;
	}

	static HttpResponse<String> scrape(int port, String... headers) {
		return fromElsewhere(port, "/actuator/prometheus", headers);
	}

	static HttpResponse<String> scrapeAsUser(int port) {
		return scrapeAsUser(port, "/actuator/prometheus");
	}

	static HttpResponse<String> scrapeAsUser(int port, String path) {
		return fromElsewhere(port, path, "Authorization", Http.basic("user", PASSWORD));
	}

	/** The forwarding header makes the caller one from elsewhere. */
	private static HttpResponse<String> fromElsewhere(int port, String path, String... headers) {
		List<String> all = new ArrayList<>(List.of(headers));
		all.addAll(List.of("X-Forwarded-For", "203.0.113.9"));
		return Http.get(port, path, all.toArray(String[]::new));
	}

	static void assertRefusedByGuard(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.body()).contains("\"code\":\"unauthenticated\"").doesNotContain(ScrapeEndpoint.CONTENT);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
	}

	/** The application knows who it is. */
	static void assertForbiddenByGuard(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.body()).contains("\"code\":\"forbidden\"").doesNotContain(ScrapeEndpoint.CONTENT);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
	}

	static void assertAdmitted(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains(ScrapeEndpoint.CONTENT);
	}

	@Test
	void theDefaultChainAsksForAUserAndTheGuardForTheRole() {
		int port = run(role("USER"), WITH_TOKEN);
		assertThat(scrape(port).statusCode()).isEqualTo(401);
		assertForbiddenByGuard(scrapeAsUser(port));
		assertThat(scrape(port, "Authorization", "Bearer " + TOKEN).statusCode()).isEqualTo(401);
		assertThat(Http.get(port, "/actuator/health").statusCode()).isEqualTo(200);
	}

	@Test
	void theDefaultChainAndTheGuardAdmitTheRole() {
		assertAdmitted(scrapeAsUser(run(role("ACTUATOR"))));
	}

	@Test
	void theNameOfTheRoleCanBeChosen() {
		assertAdmitted(scrapeAsUser(run(role("OPS"), "--mainstay.security.management.role=OPS")));
	}

	@Test
	void theRoleAdmitsOnASeparateManagementPort() {
		run(role("ACTUATOR"), "--management.server.port=0");
		int port = port("local.management.port");
		assertAdmitted(scrapeAsUser(port));
		assertThat(scrape(port).statusCode()).isEqualTo(401);
	}

	@Test
	void aChainThatPermitsAllOpensNothingThatMainstayExposes() {
		int port = run(role("USER"), WITH_TOKEN, "--test.chain=permit-all");
		HttpResponse<String> refused = scrape(port);
		assertRefusedByGuard(refused);
		assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
		assertForbiddenByGuard(scrapeAsUser(port));
		assertRefusedByGuard(scrape(port, "Authorization", "Bearer " + TOKEN + "x"));
		assertAdmitted(scrape(port, "Authorization", "Bearer " + TOKEN));
	}

	@Test
	void aChainThatPermitsAllLetsTheGuardAdmitTheRole() {
		assertAdmitted(scrapeAsUser(run(role("ACTUATOR"), "--test.chain=permit-all")));
	}

	@Test
	void whatTheApplicationExposesIsItsOwnBusiness() {
		assertAdmitted(scrape(
				run("--test.chain=permit-all", "--management.endpoints.web.exposure.include=health,prometheus")));
	}

	@Test
	void aTokenWorksOnASeparateManagementPort() {
		run(WITH_TOKEN, "--test.chain=permit-all", "--management.server.port=0");
		int port = port("local.management.port");
		assertRefusedByGuard(scrape(port));
		assertAdmitted(scrape(port, "Authorization", "Bearer " + TOKEN));
	}

	@ParameterizedTest
	@ValueSource(strings = { "none", "native", "framework" })
	void aScraperIsToldByItsSocketWhateverIsMadeOfForwardingHeaders(String strategy) {
		int port = run("--test.chain=permit-all", "--server.forward-headers-strategy=" + strategy,
				"--mainstay.security.management.scrape-from=203.0.113.0/24");
		assertRefusedByGuard(scrape(port));
	}

	@Test
	void aScraperIsAdmittedByTheAddressOfItsSocket() {
		assertAdmitted(
				scrape(run("--test.chain=permit-all", "--mainstay.security.management.scrape-from=127.0.0.0/8")));
	}

	@Test
	void wrongTokensAreCountedAndRefusedForAWhile() {
		int port = run(role("ACTUATOR"), WITH_TOKEN, "--test.chain=permit-all");
		for (int i = 0; i < 10; i++) {
			assertRefusedByGuard(scrape(port, "Authorization", "Bearer wrong" + i, "X-Forwarded-For", "10.0.0." + i));
		}
		HttpResponse<String> limited = scrape(port, "Authorization", "Bearer " + TOKEN);
		assertThat(limited.statusCode()).isEqualTo(429);
		assertThat(limited.body()).contains("\"code\":\"rate-limited\"").doesNotContain(ScrapeEndpoint.CONTENT);
		assertThat(limited.headers().firstValue("Retry-After").map(Integer::valueOf))
			.hasValueSatisfying((seconds) -> assertThat(seconds).isBetween(1, 60));
		assertThat(scrape(port).statusCode()).isEqualTo(401);
		assertAdmitted(scrapeAsUser(port));
		assertAdmitted(Http.get(port, "/actuator/prometheus", "Authorization", "Bearer wrong"));
		assertThat(events()).startsWith(Collections.nCopies(10, "authn_login_fail null GET").toArray(String[]::new))
			.endsWith("authn_login_fail_max null GET")
			.hasSize(11);
	}

	@Test
	void portsHaveOneCountInCommon() {
		run(WITH_TOKEN, "--test.chain=permit-all", "--management.server.port=0");
		int port = port("local.management.port");
		for (int i = 0; i < 10; i++) {
			assertRefusedByGuard(scrape(port, "Authorization", "Bearer wrong" + i));
		}
		assertThat(scrape(port, "Authorization", "Bearer " + TOKEN).statusCode()).isEqualTo(429);
	}

	/** Exposed by the policy of an organisation, and so guarded. */
	@Test
	void whatShowsTheConfigurationIsForTheRoleAndMasked() {
		int port = run(role("ACTUATOR"), "--test.chain=permit-all", "--test.exposed=env,loggers",
				"--app.password=canary-of-the-environment");
		for (String path : List.of("/actuator/env", "/actuator;/env", "/%61ctuator/env", "//actuator/env",
				"/actuator/env%23", "/Actuator/env")) {
			assertThat(fromElsewhere(port, path).statusCode()).as(path).isIn(400, 401, 404);
		}
		HttpResponse<String> masked = scrapeAsUser(port, "/actuator/env");
		assertThat(masked.statusCode()).isEqualTo(200);
		assertThat(masked.body()).contains("app.password", "******").doesNotContain("canary-of-the-environment");
		HttpResponse<String> written = writeAsUser(port, "/actuator/loggers/some.logger");
		assertThat(written.statusCode()).isEqualTo(403);
		assertThat(written.body()).contains("\"code\":\"forbidden\"");
		assertThat(events()).containsExactly("authz_fail user POST");
	}

	@Test
	void whoIsKnownWithoutTheRoleIsForbiddenToReadAndToWrite() {
		int port = run(role("USER"), "--test.chain=permit-all", "--test.exposed=env,loggers");
		assertForbiddenByGuard(scrapeAsUser(port, "/actuator/env"));
		assertForbiddenByGuard(writeAsUser(port, "/actuator/loggers/some.logger"));
		assertThat(events()).containsExactly("authz_fail user GET", "authz_fail user POST");
	}

	@Test
	void aChangeThatIsAllowedIsAnEvent() {
		int port = run(role("ACTUATOR"), "--test.chain=permit-all", "--test.exposed=loggers",
				"--management.endpoint.loggers.access=unrestricted");
		assertThat(writeAsUser(port, "/actuator/loggers/some.logger").statusCode()).isEqualTo(204);
		assertThat(fromElsewhere(port, "/actuator/loggers/some.logger").statusCode()).isEqualTo(401);
		assertThat(events()).containsExactly("authz_admin user POST");
	}

	private static HttpResponse<String> writeAsUser(int port, String path) {
		return Http.send(
				HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
					.POST(HttpRequest.BodyPublishers.ofString("{\"configuredLevel\":\"INFO\"}")),
				"Content-Type", "application/json", "Authorization", Http.basic("user", PASSWORD), "X-Forwarded-For",
				"203.0.113.9");
	}

	/** Those of the guard; that a user is known is an event of its own. */
	private List<String> events() {
		return this.events.stream()
			.filter((event) -> event.data().containsKey("endpoint"))
			.map((event) -> event.type().eventName() + " " + event.principal() + " " + event.data().get("method"))
			.toList();
	}

}
