package dev.mainstay.tests.coexistence;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Consumer;

import dev.mainstay.tests.harness.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.server.ServerWebExchange;

import static dev.mainstay.test.MainstayAssertions.assertThatProblem;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Spring Security refuses without a word of the application's is answered with a
 * problem, and leaves nothing behind.
 */
class ReactiveSecurityRefusalTests {

	private static final String USER = "Basic dXNlcjp1c2Vy";

	@ParameterizedTest
	@ValueSource(strings = { "*/*", "application/json", "text/html" })
	void aCallerThatIsNotKnownIsToldHowToSayWhoItIs(String accept) {
		with(ReactiveChains.Basic.class, (http) -> {
			HttpResponse<String> answer = http.get("/secret", "Accept", accept);
			assertThat(answer.headers().firstValue("WWW-Authenticate"))
				.hasValueSatisfying((challenge) -> assertThat(challenge).startsWith("Basic realm="));
			if (accept.equals("text/html")) {
				assertPage(answer, 401, "Unauthenticated");
			}
			else {
				assertRefused(answer, 401, "unauthenticated");
			}
		});
	}

	@Test
	void aCallerWithoutThePermissionIsForbidden() {
		with(ReactiveChains.Basic.class, (http) -> {
			assertRefused(http.get("/admin", "Authorization", USER), 403, "forbidden");
			assertPage(http.get("/admin", "Authorization", USER, "Accept", "text/html"), 403, "Forbidden");
		});
	}

	@ParameterizedTest
	@ValueSource(classes = { ReactiveChains.Basic.class, ReactiveChains.FormLogin.class,
			ReactiveChains.ResourceServer.class })
	void aRequestThatMayBeForgedIsToldSo(Class<?> chain) {
		with(chain, (http) -> assertRefused(http.post("/open", "{}"), 403, "csrf-rejected"));
	}

	@Test
	void whatTheFirewallTurnsAwayIsMalformed() {
		with(ReactiveChains.Basic.class, (http) -> {
			assertRefused(http.get("/open;x=1"), 400, "malformed-request");
			assertRefused(http.get("/open%2fx"), 400, "malformed-request");
		});
	}

	@Test
	void formLoginStillRedirects() {
		with(ReactiveChains.FormLogin.class, (http) -> {
			HttpResponse<String> answer = http.get("/secret", "Accept", "text/html");
			assertThat(answer.statusCode()).isEqualTo(302);
			assertThat(answer.headers().firstValue("Location")).hasValue("/login");
			assertThat(answer.headers().firstValue("Set-Cookie")).isPresent();
		});
	}

	@Test
	void theWordsOfTheChainStay() {
		with(OwnWords.class, (http) -> {
			assertThat(http.get("/secret").body()).isEqualTo("mine 401");
			assertThat(http.get("/admin", "Authorization", USER).body()).isEqualTo("mine 403");
			assertThat(http.post("/open", "{}").body()).isEqualTo("mine 403");
		});
	}

	@Test
	void anEmptyAnswerOfTheApplicationStaysEmpty() {
		with(ReactiveChains.Basic.class, (http) -> {
			HttpResponse<String> answer = http.get("/refused", "Authorization", USER);
			assertThat(answer.statusCode()).isEqualTo(401);
			assertThat(answer.body()).isEmpty();
		});
	}

	@Test
	void stepsAsideForAHandlerOfTheApplication() {
		with(OwnHandler.class, (http) -> {
			assertThat(http.get("/secret").body()).isEmpty();
			assertThat(http.post("/open", "{}").body()).isEqualTo("Access Denied");
		});
	}

	@Test
	void switchedOffTheAnswersAreThoseOfSpringSecurity() {
		with(ReactiveChains.Basic.class, (http) -> {
			assertThat(http.get("/secret").body()).isEmpty();
			assertThat(http.post("/open", "{}").body()).isEqualTo("Access Denied");
		}, "--mainstay.problem.enabled=false");
	}

	private static void assertRefused(HttpResponse<String> answer, int status, String code) {
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
		assertThat(answer.headers().allValues("X-Content-Type-Options")).isEqualTo(List.of("nosniff"));
		assertThatProblem(answer.body()).hasStatus(status).hasCode(code).hasRequestId();
		assertThat(answer.body()).contains("\"timestamp\":");
	}

	@Test
	void aSeparateManagementPortRefusesAlike() {
		SpringApplicationBuilder application = new SpringApplicationBuilder(ReactiveChains.Basic.class)
			.properties("server.port=0", "management.server.port=0", "management.endpoints.web.exposure.include=*");
		try (ConfigurableApplicationContext context = application.run()) {
			Http http = new Http(context.getEnvironment().getRequiredProperty("local.management.port", Integer.class));
			assertRefused(http.get("/actuator/env"), 401, "unauthenticated");
			assertRefused(http.post("/actuator/loggers/x", "{}", "Authorization", USER), 403, "csrf-rejected");
		}
	}

	private static void assertPage(HttpResponse<String> answer, int status, String title) {
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.headers().firstValue("Content-Type"))
			.hasValueSatisfying((type) -> assertThat(type).startsWith("text/html"));
		assertThat(answer.body()).contains("<h1>" + title + "</h1>");
		assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
	}

	private static void with(Class<?> chain, Consumer<Http> test, String... arguments) {
		SpringApplicationBuilder application = new SpringApplicationBuilder(chain).properties("server.port=0");
		try (ConfigurableApplicationContext context = application.run(arguments)) {
			test.accept(new Http(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class)));
		}
	}

	/** Says everything in its own words. */
	@Configuration(proxyBeanMethods = false)
	@Import(ReactiveSecurityApplication.class)
	static class OwnWords {

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return ReactiveChains.rules(http)
				.httpBasic((basic) -> basic.authenticationEntryPoint((exchange, ex) -> say(exchange, 401)))
				.csrf((csrf) -> csrf.accessDeniedHandler((exchange, ex) -> say(exchange, 403)))
				.exceptionHandling((handling) -> handling.accessDeniedHandler((exchange, ex) -> say(exchange, 403)))
				.build();
		}

		private static Mono<Void> say(ServerWebExchange exchange, int status) {
			ServerHttpResponse response = exchange.getResponse();
			response.setStatusCode(HttpStatus.valueOf(status));
			return response.writeWith(Mono.just(response.bufferFactory().wrap(("mine " + status).getBytes())));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(ReactiveSecurityApplication.class)
	static class OwnHandler {

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return ReactiveChains.rules(http).httpBasic(Customizer.withDefaults()).build();
		}

		@Bean
		ErrorWebExceptionHandler handler() {
			return (exchange, ex) -> Mono.error(ex);
		}

	}

}
