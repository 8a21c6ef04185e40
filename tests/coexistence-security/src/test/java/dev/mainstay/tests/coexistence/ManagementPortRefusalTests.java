package dev.mainstay.tests.coexistence;

import java.net.http.HttpResponse;
import java.util.function.Consumer;

import dev.mainstay.tests.harness.Http;
import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static dev.mainstay.test.MainstayAssertions.assertThatProblem;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Spring Security refuses on a separate management port is answered as on the port
 * of the application, whose chains stand before it, too.
 */
class ManagementPortRefusalTests {

	private static final String USER = RefusedApplication.USER;

	@Test
	void aCallerThatIsNotKnownIsToldHowToSayWhoItIs() {
		with(RefusalChains.Basic.class, (http) -> {
			HttpResponse<String> answer = http.get("/actuator/env");
			assertRefused(answer, 401, "unauthenticated");
			assertThat(answer.headers().firstValue("WWW-Authenticate"))
				.hasValueSatisfying((challenge) -> assertThat(challenge).startsWith("Basic realm="));
			assertRefused(http.get("/actuator/env", "Authorization", "Basic dXNlcjp3cm9uZw=="), 401, "unauthenticated");
		});
	}

	@Test
	void aForgedRequestAndABadPathAreToldApart() {
		with(RefusalChains.Basic.class, (http) -> {
			assertRefused(http.post("/actuator/loggers/x", "{}", "Authorization", USER), 403, "csrf-rejected");
			assertRefused(http.get("/actuator//env", "Authorization", USER), 400, "malformed-request");
		});
	}

	@Test
	void whoMayNotIsToldSo() {
		with(RefusalChains.Basic.class,
				(http) -> assertRefused(http.get("/admin", "Authorization", USER), 403, "forbidden"));
	}

	@Test
	void whatIsLetThroughIsTheEndpoints() {
		with(RefusalChains.Basic.class, (http) -> {
			assertThat(http.get("/actuator/health", "Authorization", USER).statusCode()).isEqualTo(200);
			assertRefused(http.get("/actuator/nope", "Authorization", USER), 404, "not-found");
		});
	}

	@Test
	void theWordsOfTheApplicationWin() {
		with(RefusalChains.OwnWords.class,
				(http) -> assertThat(http.get("/actuator/env").body()).isEqualTo("{\"mine\":401}"));
	}

	@Test
	void aRedirectToTheLoginStays() {
		with(RefusalChains.FormLogin.class, (http) -> {
			HttpResponse<String> answer = http.get("/actuator/env", "Accept", "text/html");
			assertThat(answer.statusCode()).isEqualTo(302);
			assertThat(answer.headers().firstValue("Location"))
				.hasValueSatisfying((location) -> assertThat(location).endsWith("/login"));
		});
	}

	private static void assertRefused(HttpResponse<String> answer, int status, String code) {
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
		assertThatProblem(answer.body()).hasStatus(status).hasCode(code).hasRequestId();
	}

	private static void with(Class<?> chain, Consumer<Http> test) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(chain)
			.properties("server.port=0", "management.server.port=0", "management.endpoints.web.exposure.include=*")
			.run()) {
			test.accept(new Http(context.getEnvironment().getRequiredProperty("local.management.port", Integer.class)));
		}
	}

}
