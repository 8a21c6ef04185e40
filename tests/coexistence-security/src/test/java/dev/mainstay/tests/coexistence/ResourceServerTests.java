package dev.mainstay.tests.coexistence;

import java.net.http.HttpResponse;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.Answer;
import dev.mainstay.tests.harness.BeforeAndAfter;
import dev.mainstay.tests.harness.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A resource server tells the holders of tokens what it did, in the header that they act
 * by.
 */
class ResourceServerTests {

	private static final Tokens TOKENS = new Tokens();

	@ParameterizedTest
	@ValueSource(classes = { ChainOfSpringBoot.class, OwnChain.class })
	void answersToTokensAreWhatTheyWere(Class<?> application) {
		BeforeAndAfter answers = BeforeAndAfter.of(application, ResourceServerTests::requests,
				"--mainstay.mode=enforce");
		assertThat(answers.before()).extracting(Answer::status).startsWith(401, 401, 401).contains(200);
		assertThat(answers.unexpected()).isEmpty();
		assertThat(answers.before().get(1).headers().get("www-authenticate")).contains("invalid_token");
	}

	@Test
	void aTokenWithoutTheScopeIsToldSo() {
		String token = TOKENS.withScope("write");
		BeforeAndAfter answers = BeforeAndAfter.of(OwnChain.class,
				(http) -> Stream.of(http.get("/secret", "Authorization", token)));
		assertThat(answers.unexpected()).isEmpty();
		assertThat(answers.after()).singleElement().satisfies((answer) -> {
			assertThat(answer.status()).isEqualTo(403);
			assertThat(answer.headers().get("www-authenticate")).contains("insufficient_scope");
		});
	}

	private static Stream<HttpResponse<String>> requests(Http http) {
		String valid = TOKENS.withScope("read");
		return Stream.of(http.get("/secret"), http.get("/secret", "Authorization", "Bearer no.such.token"),
				http.get("/secret", "Authorization", TOKENS.expired()), http.get("/secret", "Authorization", valid),
				http.post("/secret", "{}", "Authorization", valid),
				http.get("/secret", "Authorization", TOKENS.withScope("write")), http.get("/open"),
				http.get("/nowhere", "Authorization", valid), http.get("/actuator/health"),
				http.get("/secret", "Authorization", "Basic dXNlcjp1c2Vy"));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(SecretController.class)
	static class ChainOfSpringBoot {

		@Bean
		JwtDecoder decoder() {
			return NimbusJwtDecoder.withPublicKey(Tokens.publicKey()).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(ChainOfSpringBoot.class)
	static class OwnChain {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) throws Exception {
			return http
				.authorizeHttpRequests((requests) -> requests.requestMatchers("/open")
					.permitAll()
					.requestMatchers("/secret")
					.hasAuthority("SCOPE_read")
					.anyRequest()
					.authenticated())
				.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()))
				.build();
		}

	}

}
