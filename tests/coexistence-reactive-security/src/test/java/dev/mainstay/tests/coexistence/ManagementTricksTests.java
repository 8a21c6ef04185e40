package dev.mainstay.tests.coexistence;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import dev.mainstay.tests.harness.management.AbstractManagementTricksTests;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.userdetails.MapReactiveUserDetailsService;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.web.server.SecurityWebFilterChain;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * On Netty, behind a chain of Spring Security that lets everybody pass.
 */
class ManagementTricksTests extends AbstractManagementTricksTests {

	@Override
	protected WorldApplication start(String... arguments) {
		return World.hardened().start(Application.class, arguments);
	}

	@Override
	protected String contextPath() {
		return "spring.webflux.base-path";
	}

	@Override
	protected String user() {
		return basic("reader");
	}

	@Override
	protected String operator() {
		return basic("operator");
	}

	private static String basic(String name) {
		byte[] both = (name + ":" + name).getBytes(StandardCharsets.UTF_8);
		return "Basic " + Base64.getEncoder().encodeToString(both);
	}

	/**
	 * The guard leaves it to the application, and the sheet says that it does not know.
	 */
	@Test
	void whatTheApplicationOpensBehindAChainThatCannotBeAskedIsUnknown() {
		try (WorldApplication application = start("--spring.profiles.active=prod",
				"--management.endpoints.web.exposure.include=*")) {
			assertThat(application.http().get("/actuator/hardening").body())
				.containsPattern("\"id\":\"ACT-01\"[^{}]*\"status\":\"unknown\"");
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		MapReactiveUserDetailsService users() {
			return new MapReactiveUserDetailsService(
					User.withUsername("reader").password("{noop}reader").roles("USER").build(),
					User.withUsername("operator").password("{noop}operator").roles("ACTUATOR").build());
		}

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return http.authorizeExchange((exchanges) -> exchanges.anyExchange().permitAll())
				.httpBasic(Customizer.withDefaults())
				.anonymous(Customizer.withDefaults())
				.csrf((csrf) -> csrf.disable())
				.build();
		}

	}

}
