package dev.mainstay.tests.coexistence;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.userdetails.MapReactiveUserDetailsService;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.web.server.SecurityWebFilterChain;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is written of security events with all of Mainstay on WebFlux: lines of the
 * published schema, which the harness holds every line against, and no secret in any.
 */
@ExtendWith(OutputCaptureExtension.class)
class ReactiveSecurityEventLinesTests {

	/** A password where a name belongs. */
	private static final String CANARY = "Xk7canaryQ";

	@Test
	void failuresAndDenialsAreLinesWithTheIdsOfTheirRequests(CapturedOutput output) {
		try (WorldApplication application = World.hardened()
			.start(BasicChain.class, "--mainstay.logging.format=json")) {
			Http http = application.http();
			assertThat(http.get("/any", "Authorization", basic(CANARY, "wrong"), "X-Request-Id", "r-1").statusCode())
				.isEqualTo(401);
			assertThat(
					http.get("/admin", "Authorization", basic("joe", "secret" + 1), "X-Request-Id", "r-2").statusCode())
				.isEqualTo(403);
			assertThat(application.features().get("security-events")).isEqualTo("on");
		}
		List<String> lines = output.getAll()
			.lines()
			.filter((line) -> line.contains("\"logger_name\":\"mainstay.security\""))
			.toList();
		assertThat(lines).hasSize(3).allMatch((line) -> line.contains("\"trace_id\":\""));
		assertThat(lines.get(0)).contains("authn_login_fail:#", "\"request_id\":\"r-1\"",
				"\"reason\":\"bad-credentials\"", "\"client.address\":\"127.0.0.1\"");
		assertThat(lines.get(1)).contains("authn_login_success:joe", "\"request_id\":\"r-2\"");
		assertThat(lines.get(2)).contains("authz_fail:joe access-denied from 127.0.0.1, GET /admin",
				"\"request_id\":\"r-2\"", "\"security.severity\":\"critical\"");
		assertThat(output.getAll()).doesNotContain(CANARY);
	}

	private static String basic(String name, String password) {
		return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class BasicChain {

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return http
				.authorizeExchange(
						(exchanges) -> exchanges.pathMatchers("/admin").hasRole("ADMIN").anyExchange().authenticated())
				.httpBasic(Customizer.withDefaults())
				.build();
		}

		@Bean
		MapReactiveUserDetailsService users() {
			return new MapReactiveUserDetailsService(
					User.withUsername("joe").password("{noop}secret" + 1).roles("USER").build());
		}

	}

}
