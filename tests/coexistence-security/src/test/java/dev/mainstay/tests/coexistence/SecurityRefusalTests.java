package dev.mainstay.tests.coexistence;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Consumer;

import dev.mainstay.tests.harness.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static dev.mainstay.test.MainstayAssertions.assertThatProblem;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Spring Security refuses without a word is answered with a problem, and leaves
 * nothing behind.
 */
class SecurityRefusalTests {

	private static final String USER = RefusedApplication.USER;

	@ParameterizedTest
	@ValueSource(strings = { "*/*", "application/json", "text/html" })
	void aCallerThatIsNotKnownIsToldHowToSayWhoItIs(String accept) {
		with(RefusalChains.Basic.class, (running) -> {
			HttpResponse<String> answer = running.http().get("/secret", "Accept", accept);
			assertThat(answer.headers().firstValue("WWW-Authenticate"))
				.hasValueSatisfying((challenge) -> assertThat(challenge).startsWith("Basic realm="));
			if (accept.equals("text/html")) {
				assertPage(answer, 401, "Unauthenticated");
			}
			else {
				assertRefused(answer, 401, "unauthenticated");
			}
			assertThat(running.sessions().live()).isZero();
		});
	}

	@Test
	void wrongCredentialsAreToldNoMore() {
		with(RefusalChains.Basic.class,
				(running) -> assertRefused(running.http().get("/secret", "Authorization", "Basic bm9ib2R5Om5v"), 401,
						"unauthenticated"));
	}

	@Test
	void aCallerWithoutThePermissionIsForbidden() {
		with(RefusalChains.Basic.class,
				(running) -> assertRefused(running.http().get("/admin", "Authorization", USER), 403, "forbidden"));
	}

	@ParameterizedTest
	@ValueSource(classes = { RefusalChains.Basic.class, RefusalChains.FormLogin.class, RefusalChains.StatusOnly.class })
	void aRequestThatMayBeForgedIsToldSo(Class<?> chain) {
		with(chain, (running) -> {
			assertRefused(running.http().post("/open", "{}"), 403, "csrf-rejected");
			assertRefused(running.http().post("/secret", "{}", "Authorization", USER), 403, "csrf-rejected");
			assertThat(running.sessions().live()).isZero();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "/open;x=1", "//open", "/open%0a" })
	void whatTheFirewallTurnsAwayIsMalformed(String path) {
		with(RefusalChains.Basic.class, (running) -> {
			assertRefused(running.http().get(path, "Authorization", USER), 400, "malformed-request");
			assertPage(running.http().get(path, "Accept", "text/html"), 400, "Malformed Request");
		});
	}

	@Test
	void anEmptyRefusalIsFilled() {
		with(RefusalChains.StatusOnly.class, (running) -> {
			assertRefused(running.http().get("/secret"), 401, "unauthenticated");
			assertThat(running.http().exchange("HEAD", "/secret", "").body()).isEmpty();
		});
	}

	@Test
	void aThousandRefusalsLeaveNoSession() {
		with(RefusalChains.Basic.class, (running) -> {
			for (int i = 0; i < 1000; i++) {
				HttpResponse<String> answer = running.http().get("/secret");
				assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
				assertThat(answer.statusCode()).isEqualTo(401);
			}
			assertThat(running.sessions().created()).isZero();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "*/*", "text/html" })
	void aCallerComesBackToWhatItWantedAfterTheLogin(String accept) {
		with(RefusalChains.FormLogin.class, (running) -> {
			HttpResponse<String> login = running.http().get("/secret?q=1", "Accept", accept);
			assertThat(login.statusCode()).isEqualTo(302);
			assertThat(login.headers().firstValue("Location"))
				.hasValueSatisfying((location) -> assertThat(location).endsWith("/login"));
			String session = login.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
			HttpResponse<String> back = running.http()
				.exchange("POST", "/login", "username=user&password=user", "Cookie", session, "Content-Type",
						"application/x-www-form-urlencoded");
			assertThat(back.headers().firstValue("Location"))
				.hasValueSatisfying((location) -> assertThat(location).endsWith("/secret?q=1&continue"));
		});
	}

	@Test
	void aFormOfAnEndedSessionIsSentToTheLogin() {
		with(RefusalChains.FormLogin.class, (running) -> {
			HttpResponse<String> answer = running.http().post("/secret", "{}", "Accept", "text/html");
			assertThat(answer.statusCode()).isEqualTo(302);
			assertThat(answer.headers().firstValue("Location"))
				.hasValueSatisfying((location) -> assertThat(location).contains("/login"));
		});
	}

	@Test
	void aFormThatMayBeForgedIsToldSoWhereThereIsNoLogin() {
		with(RefusalChains.Basic.class, (running) -> {
			HttpResponse<String> answer = running.http()
				.post("/secret", "{}", "Accept", "text/html", "Authorization", USER);
			assertPage(answer, 403, "Cross-Site Request Rejected");
			assertThat(answer.headers().allValues("WWW-Authenticate")).isEmpty();
			assertThat(running.sessions().live()).isZero();
		});
	}

	@Test
	void whatAHandlerMayNotDoIsRefusedAlike() {
		with(RefusalChains.Methods.class, (running) -> {
			assertRefused(running.http().get("/own/guarded"), 401, "unauthenticated");
			assertRefused(running.http().get("/own/guarded", "Authorization", USER), 403, "forbidden");
			assertThat(running.sessions().created()).isZero();
		});
	}

	@Test
	void aChainThatWantsASessionForEverybodyHasIt() {
		with(RefusalChains.EagerSessions.class, (running) -> {
			assertThat(running.http().get("/secret").headers().allValues("Set-Cookie")).hasSize(1);
			assertThat(running.sessions().live()).isEqualTo(1);
		});
	}

	@Test
	void theWordsOfTheChainStay() {
		with(RefusalChains.OwnWords.class, (running) -> {
			assertThat(running.http().get("/secret").body()).isEqualTo("{\"mine\":401}");
			assertThat(running.http().get("/admin", "Authorization", USER).body()).isEqualTo("{\"mine\":403}");
			assertThat(running.http().post("/open", "{}").body()).isEqualTo("{\"mine\":403}");
		});
	}

	@Test
	void theApplicationAnswersBehindTheChainAsBefore() {
		with(RefusalChains.Basic.class, (running) -> {
			HttpResponse<String> error = running.http().get("/own/error", "Authorization", USER);
			assertThat(error.statusCode()).isEqualTo(403);
			assertThatProblem(error.body()).hasCode("forbidden");
			HttpResponse<String> empty = running.http().get("/own/empty");
			assertThat(empty.statusCode()).isEqualTo(401);
			assertThat(empty.body()).isEmpty();
		});
	}

	/** Spring Security would say that the caller has to log in to see the error. */
	@Test
	void anOpenOperationThatFailsIsNoRefusal() {
		with(RefusalChains.Basic.class, (running) -> {
			assertRefused(running.http().get("/own/failing"), 500, "internal-error");
			assertRefused(running.http().get("/own/error"), 403, "forbidden");
			assertRefused(running.http().exchange("DELETE", "/own/error", "", "Authorization", USER), 403,
					"csrf-rejected");
			assertPage(running.http().get("/own/failing", "Accept", "text/html"), 500, "Internal Error");
			assertThat(running.http().get("/own/failing").headers().allValues("WWW-Authenticate")).isEmpty();
			assertThat(running.sessions().live()).isZero();
		});
	}

	@Test
	void anOpenOperationThatAsksWhoItIsSaysHow() {
		with(RefusalChains.StatusOnly.class, (running) -> {
			HttpResponse<String> answer = running.http().get("/own/challenge");
			assertRefused(answer, 401, "unauthenticated");
			assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
		});
	}

	@Test
	void anErrorPageOfTheApplicationStays() {
		with(RefusalChains.OwnErrorPage.class, (running) -> {
			assertThat(running.http().get("/admin", "Authorization", USER).body()).isEqualTo("my own page");
			assertRefused(running.http().get("/secret"), 401, "unauthenticated");
		});
	}

	@Test
	void sessionsThatTheApplicationWantsStay() {
		with(RefusalChains.OwnSessions.class, (running) -> {
			HttpResponse<String> answer = running.http().get("/secret");
			assertThatProblem(answer.body()).hasCode("unauthenticated");
			assertThat(answer.headers().allValues("Set-Cookie")).hasSize(1);
			assertThat(running.sessions().live()).isEqualTo(1);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "--spring.security.filter.order=-5", "--spring.security.filter.order=-2147483600",
			"--spring.main.lazy-initialization=true" })
	void thePlaceOfTheFilterIsFound(String property) {
		with(RefusalChains.Basic.class, (running) -> {
			assertRefused(running.http().get("/secret"), 401, "unauthenticated");
			assertThat(running.http().get("/own/empty").body()).isEmpty();
		}, property);
	}

	@Test
	void switchedOffTheAnswersAreThoseOfSpringSecurity() {
		with(RefusalChains.Basic.class, (running) -> assertThat(running.http().get("/secret").body()).isEmpty(),
				"--mainstay.problem.enabled=false");
	}

	private static void assertRefused(HttpResponse<String> answer, int status, String code) {
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
		assertThat(answer.headers().allValues("X-Content-Type-Options")).isEqualTo(List.of("nosniff"));
		assertThatProblem(answer.body()).hasStatus(status).hasCode(code).hasRequestId();
	}

	private static void assertPage(HttpResponse<String> answer, int status, String title) {
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.headers().firstValue("Content-Type"))
			.hasValueSatisfying((type) -> assertThat(type).startsWithIgnoringCase("text/html"));
		assertThat(answer.body()).contains("<h1>" + title + "</h1>").doesNotContain("Tomcat");
		assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
	}

	private static void with(Class<?> chain, Consumer<Running> test, String... arguments) {
		SpringApplicationBuilder application = new SpringApplicationBuilder(chain).properties("server.port=0");
		try (ConfigurableApplicationContext context = application.run(arguments)) {
			test.accept(new Running(
					new Http(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class)),
					context.getBean(LiveSessions.class)));
		}
	}

	private record Running(Http http, LiveSessions sessions) {

	}

}
