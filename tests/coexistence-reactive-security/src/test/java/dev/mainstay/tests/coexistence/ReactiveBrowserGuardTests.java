package dev.mainstay.tests.coexistence;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import dev.mainstay.security.event.SecurityEvent;
import dev.mainstay.security.event.SecurityEventType;
import dev.mainstay.tests.harness.Http;
import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.server.session.DefaultWebSessionManager;
import org.springframework.web.server.session.InMemoryWebSessionStore;
import org.springframework.web.server.session.WebSessionManager;

import static dev.mainstay.test.MainstayAssertions.assertThatProblem;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Users of browsers are guarded behind Spring Security, and it keeps what is its own.
 */
class ReactiveBrowserGuardTests {

	private static final String ENFORCE = "--mainstay.mode=enforce";

	private static final String HTTPS = "--mainstay.security.headers.hsts=true";

	private static final String FORM = "application/x-www-form-urlencoded";

	private static final List<String> OTHERS = List.of("https://evil.example", "null",
			"https://partner.example.evil.com", "http://partner.example");

	@Test
	void aThousandRefusalsLeaveNoSession() {
		with(ReactiveChains.Basic.class, (running) -> {
			for (int i = 0; i < 1000; i++) {
				HttpResponse<String> answer = running.http().get("/secret");
				assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
				assertThat(answer.statusCode()).isEqualTo(401);
			}
			HttpResponse<String> answer = running.http().get("/secret");
			assertThat(answer.headers().firstValue("WWW-Authenticate")).get().asString().startsWith("Basic");
			assertThatProblem(answer.body()).hasCode("unauthenticated");
			assertThat(running.sessions()).isZero();
		});
	}

	@Test
	void aSessionThatWasPlantedIsNoneAfterTheLogin() {
		with(WithoutTokens.class, (running) -> {
			String planted = session(running.http().get("/secret", "Accept", "text/html"));
			HttpResponse<String> login = login(running, planted);
			String own = session(login);
			assertThat(own).isNotEqualTo(planted).startsWith("__Host-SESSION=");
			assertThat(running.http().get("/secret", "Cookie", own).statusCode()).isEqualTo(200);
			assertThat(running.http().get("/secret", "Cookie", planted, "Accept", "text/html").statusCode())
				.isEqualTo(302);
			assertThat(login.headers().firstValue("Set-Cookie")).get()
				.asString()
				.contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax")
				.doesNotContain("Domain");
		}, ENFORCE, HTTPS, "--mainstay.security.browser.host-prefix=true");
	}

	@Test
	void withoutTokensOtherSitesChangeNothing() {
		with(WithoutTokens.class, (running) -> {
			String user = session(login(running, "a=b"));
			assertThat(running.http().post("/open", "{}", "Cookie", user).statusCode()).isEqualTo(200);
			HttpResponse<String> forged = running.http()
				.exchange("POST", "/open", "{}", "Cookie", user, "Content-Type", "text/plain", "Origin",
						"https://evil.example", "Sec-Fetch-Site", "cross-site");
			assertThat(forged.statusCode()).isEqualTo(403);
			assertThatProblem(forged.body()).hasCode("csrf-rejected").hasRequestId();
			assertThat(running.events()).singleElement()
				.satisfies((event) -> assertThat(event.data()).containsEntry("reason", "cross-site")
					.containsEntry("route", "/open"));
		}, ENFORCE);
	}

	@Test
	void aPreflightOfAnotherSiteIsToldNothing() {
		with(Shared.class, (running) -> {
			for (String origin : OTHERS) {
				HttpResponse<String> answer = preflight(running, origin);
				assertThat(answer.statusCode()).as(origin).isEqualTo(403);
				assertThat(answer.headers().map().keySet()).noneMatch((name) -> name.startsWith("access-control-"));
				assertThat(answer.headers().allValues("Vary")).anyMatch((value) -> value.contains("Origin"));
			}
			assertThat(
					preflight(running, "https://partner.example").headers().firstValue("Access-Control-Allow-Origin"))
				.hasValue("https://partner.example");
			assertThat(running.events()).hasSameSizeAs(OTHERS).allSatisfy((event) -> {
				assertThat(event.type()).isEqualTo(SecurityEventType.MALICIOUS_CORS);
				assertThat(event.data()).containsEntry("method", "OPTIONS").containsEntry("peer", "127.0.0.1");
				assertThat(event.request()).isNotNull();
			});
		}, ENFORCE);
	}

	/** Browsers send an origin with what changes something at home, too. */
	@Test
	void aUserWhoMayNotIsNoForeignReader() {
		with(Shared.class, (running) -> {
			String user = session(login(running, "a=b"));
			assertThat(running.http()
				.exchange("POST", "/admin", "{}", "Cookie", user, "Origin", "https://orders.example", "Sec-Fetch-Site",
						"same-origin")
				.statusCode()).isEqualTo(403);
			assertThat(running.http()
				.exchange("POST", "/admin", "{}", "Cookie", user, "Origin", running.http().origin())
				.statusCode()).isEqualTo(403);
			assertThat(running.events()).extracting(SecurityEvent::type)
				.doesNotContain(SecurityEventType.MALICIOUS_CORS);
		});
	}

	@Test
	void aMissingTokenIsOneEvent() {
		with(ReactiveChains.Basic.class, (running) -> {
			assertThat(running.http().post("/open", "{}").statusCode()).isEqualTo(403);
			assertThat(running.events()).singleElement().satisfies((event) -> {
				assertThat(event.type()).isEqualTo(SecurityEventType.MALICIOUS_CSRF);
				assertThat(event.data()).containsEntry("reason", "csrf-token").containsEntry("method", "POST");
			});
		});
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

	private static void with(Class<?> chain, Consumer<Running> test, String... arguments) {
		List<SecurityEvent> events = new CopyOnWriteArrayList<>();
		SpringApplicationBuilder application = new SpringApplicationBuilder(chain).properties("server.port=0")
			.listeners((ApplicationListener<PayloadApplicationEvent<?>>) (event) -> {
				if (event.getPayload() instanceof SecurityEvent published && published.data().containsKey("reason")) {
					events.add(published);
				}
			});
		try (ConfigurableApplicationContext context = application.run(arguments)) {
			test.accept(new Running(context, events));
		}
	}

	private record Running(ConfigurableApplicationContext context, List<SecurityEvent> events) {

		Http http() {
			return new Http(this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
		}

		int sessions() {
			DefaultWebSessionManager manager = (DefaultWebSessionManager) this.context.getBean(WebSessionManager.class);
			return ((InMemoryWebSessionStore) manager.getSessionStore()).getSessions().size();
		}

	}

	/** Somebody found that tokens are in the way. */
	@Configuration(proxyBeanMethods = false)
	@Import(ReactiveSecurityApplication.class)
	static class WithoutTokens {

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return ReactiveChains.rules(http).formLogin(Customizer.withDefaults()).csrf(CsrfSpec::disable).build();
		}

	}

	/** The pages of a partner work with the users of this service. */
	@Configuration(proxyBeanMethods = false)
	@Import(WithoutTokens.class)
	static class Shared {

		@Bean
		CorsConfigurationSource corsConfigurationSource() {
			CorsConfiguration configuration = new CorsConfiguration();
			configuration.setAllowedOrigins(List.of("https://partner.example"));
			configuration.setAllowedMethods(List.of("POST"));
			configuration.setAllowCredentials(true);
			UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
			source.registerCorsConfiguration("/**", configuration);
			return source;
		}

	}

}
