package dev.mainstay.tests.coexistence;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.BeforeAndAfter;
import dev.mainstay.tests.harness.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

import static dev.mainstay.test.MainstayAssertions.assertThatProblem;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application with a security chain of its own lets in and keeps out whom it did, in
 * its own words.
 */
class OwnSecurityChainTests {

	/** Without Mainstay the error dispatch was refused, too, and the status lost. */
	private static final int FORGED = 5;

	private static final String USER = "Basic dXNlcjp1c2Vy";

	@ParameterizedTest
	@ValueSource(classes = { BasicChain.class, FormLoginChain.class, OwnEntryPointChain.class })
	void answersOfTheChainAreWhatTheyWere(Class<?> chain) {
		BeforeAndAfter answers = BeforeAndAfter.of(chain, List.of(),
				(http) -> Stream.of(http.get("/secret"), http.get("/secret", "Accept", "text/html"),
						http.get("/secret", "Authorization", "Basic bm9ib2R5Om5v"),
						http.get("/secret", "Authorization", USER), http.get("/open"), http.post("/open", "{}"),
						http.get("/nowhere")),
				Set.of("POST /open"), "--mainstay.mode=enforce");
		assertThat(answers.unexpected(0, FORGED)).isEmpty();
		assertThat(answers.unexpected(FORGED + 1, answers.after().size())).isEmpty();
		assertThat(answers.after().get(FORGED).status()).isEqualTo(403);
		assertThatProblem(answers.after().get(FORGED).body()).hasCode("csrf-rejected");
		assertThat(answers.features()).containsEntry("security-headers", "on")
			.hasEntrySatisfying("management-guard", (state) -> assertThat(state).startsWith("on"));
	}

	@Test
	void aFailureBehindTheChainIsAProblem() {
		List<HttpResponse<String>> answers = answers(BasicChain.class,
				(http) -> Stream.of(http.get("/failing", "Authorization", USER)));
		assertThat(answers.get(0).statusCode()).isEqualTo(500);
		assertThatProblem(answers.get(0).body()).hasCode("internal-error").hasRequestId();
	}

	@Test
	void theGuardNeverWeakensTheChain() {
		assertThat(answers(BasicChain.class,
				(http) -> Stream.of(http.get("/actuator/mainstay"), http.get("/actuator/prometheus"))))
			.allSatisfy((answer) -> assertThat(answer.statusCode()).isEqualTo(401));
	}

	@Test
	void headersOfTheChainAreNotDoubled() {
		List<HttpResponse<String>> answers = answers(BasicChain.class, (http) -> Stream.of(http.get("/open")));
		assertThat(answers.get(0).headers().allValues("X-Frame-Options")).containsExactly("DENY");
		assertThat(answers.get(0).headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
		assertThat(answers.get(0).headers().allValues("Cache-Control")).hasSize(1);
	}

	private static List<HttpResponse<String>> answers(Class<?> chain,
			Function<Http, Stream<HttpResponse<String>>> requests, String... properties) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(chain).properties("server.port=0")
			.properties(properties)
			.run()) {
			Http http = new Http(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
			return requests.apply(http).toList();
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(SecretController.class)
	static class Application {

		@Bean
		UserDetailsService users() {
			return new InMemoryUserDetailsManager(
					User.withUsername("user").password("{noop}user").roles("USER").build());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Application.class)
	static class BasicChain {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) throws Exception {
			return http
				.authorizeHttpRequests(
						(requests) -> requests.requestMatchers("/open").permitAll().anyRequest().authenticated())
				.httpBasic(Customizer.withDefaults())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Application.class)
	static class FormLoginChain {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) throws Exception {
			return http
				.authorizeHttpRequests(
						(requests) -> requests.requestMatchers("/open").permitAll().anyRequest().authenticated())
				.formLogin(Customizer.withDefaults())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Application.class)
	static class OwnEntryPointChain {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) throws Exception {
			return http
				.authorizeHttpRequests(
						(requests) -> requests.requestMatchers("/open").permitAll().anyRequest().authenticated())
				.exceptionHandling((handling) -> handling.authenticationEntryPoint((request, response, ex) -> {
					response.setStatus(401);
					response.setContentType(MediaType.APPLICATION_JSON_VALUE);
					response.getWriter().write("{\"mine\":\"please log in\"}");
				}))
				.build();
		}

	}

}
