package dev.mainstay.tests.coexistence;

import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;

import dev.mainstay.tests.harness.Http;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who is refused gets no stored answer, wherever the application has put Spring
 * Security's filter.
 */
class KeysBehindSecurityTests {

	private static final String USER = "Basic dXNlcjp1c2Vy";

	@ParameterizedTest
	@ValueSource(ints = { -100, -60, 0, 1000 })
	void aCallerWhoIsRefusedIsToldNothingOfWhatWasDone(int order) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
			.properties("server.port=0", "spring.security.filter.order=" + order)
			.run()) {
			Http http = new Http(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
			assertThat(pay(http).statusCode()).isEqualTo(200);
			assertThat(pay(http).headers().firstValue("Idempotent-Replayed")).hasValue("true");
			context.getBean(InMemoryUserDetailsManager.class).deleteUser("user");
			assertThat(pay(http).statusCode()).isEqualTo(401);
			assertThat(context.getBean(Payments.class).made).hasValue(1);
		}
	}

	private static HttpResponse<String> pay(Http http) {
		return http.post("/payments", "{}", "Authorization", USER, "Idempotency-Key", "\"one\"");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		InMemoryUserDetailsManager users() {
			return new InMemoryUserDetailsManager(
					User.withUsername("user").password("{noop}user").roles("USER").build());
		}

		@Bean
		SecurityFilterChain chain(HttpSecurity http) throws Exception {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.csrf(AbstractHttpConfigurer::disable)
				.httpBasic(Customizer.withDefaults())
				.build();
		}

		@Bean
		Payments payments() {
			return new Payments();
		}

	}

	@RestController
	static class Payments {

		private final AtomicInteger made = new AtomicInteger();

		@PostMapping("/payments")
		String pay() {
			return "payment " + this.made.incrementAndGet();
		}

	}

}
