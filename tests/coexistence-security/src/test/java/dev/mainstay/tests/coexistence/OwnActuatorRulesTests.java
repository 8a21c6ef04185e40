package dev.mainstay.tests.coexistence;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.Answer;
import dev.mainstay.tests.harness.BeforeAndAfter;
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
 * An application that has rules of its own for its management endpoints decides by them,
 * also about those that Mainstay adds.
 */
class OwnActuatorRulesTests {

	@Test
	void rulesOfTheApplicationDecide() {
		BeforeAndAfter answers = BeforeAndAfter.of(Application.class,
				(http) -> Stream.of("/actuator/health", "/actuator/info", "/actuator/mainstay", "/actuator/prometheus")
					.flatMap((path) -> Stream.of(http.get(path), http.get(path, "Authorization", basic("reader")),
							http.get(path, "Authorization", basic("operator")))));
		assertThat(answers.before()).extracting(Answer::status)
			.containsExactly(401, 403, 200, 401, 403, 404, 401, 403, 404, 401, 403, 404);
		assertThat(answers.after()).extracting(Answer::status)
			.containsExactly(401, 403, 200, 401, 403, 200, 401, 403, 200, 401, 403, 200);
		assertThat(answers.unexpected(0, 5)).isEmpty();
	}

	private static String basic(String name) {
		byte[] both = (name + ":" + name).getBytes(StandardCharsets.UTF_8);
		return "Basic " + Base64.getEncoder().encodeToString(both);
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
			return http
				.authorizeHttpRequests((requests) -> requests.requestMatchers("/actuator/**")
					.hasRole("ACTUATOR")
					.anyRequest()
					.authenticated())
				.httpBasic(Customizer.withDefaults())
				.build();
		}

	}

}
