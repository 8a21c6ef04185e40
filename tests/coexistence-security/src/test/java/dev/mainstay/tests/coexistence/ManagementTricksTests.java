package dev.mainstay.tests.coexistence;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import dev.mainstay.tests.harness.RefusedStart;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import dev.mainstay.tests.harness.management.AbstractManagementTricksTests;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * On Tomcat, behind a chain of Spring Security that lets everybody pass.
 */
class ManagementTricksTests extends AbstractManagementTricksTests {

	@Override
	protected WorldApplication start(String... arguments) {
		return World.hardened().start(Application.class, arguments);
	}

	@Override
	protected String contextPath() {
		return "server.servlet.context-path";
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

	/** The guard leaves to the application what that exposes; the sheet does not. */
	@Test
	void whatTheApplicationOpensToEverybodyRefusesAStartInProduction() {
		assertThat(RefusedStart.of(() -> start("--spring.profiles.active=prod",
				"--mainstay.hardening.enforce=management", "--management.endpoints.web.exposure.include=*")))
			.contains("ACT-01 (blocker)", "/actuator/env answers anybody");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		UserDetailsService users() {
			return new InMemoryUserDetailsManager(
					User.withUsername("reader").password("{noop}reader").roles("USER").build(),
					User.withUsername("operator").password("{noop}operator").roles("ACTUATOR").build());
		}

		@Bean
		SecurityFilterChain chain(HttpSecurity http) throws Exception {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.httpBasic(Customizer.withDefaults())
				.csrf((csrf) -> csrf.disable())
				.build();
		}

	}

}
