package dev.mainstay.core.hardening.probe;

import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

class ProbedServiceOnTomcatTests extends AbstractProbedServiceTests {

	ProbedServiceOnTomcatTests() {
		super(WebApplicationType.SERVLET);
	}

	@Override
	String managementPort() {
		return "--management.server.port=0";
	}

	@Override
	Class<?> security() {
		return Security.class;
	}

	@Configuration(proxyBeanMethods = false)
	static class Security {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http
				.authorizeHttpRequests(
						(requests) -> requests.requestMatchers("/open-changes", "/articles", "/actuator/**")
							.permitAll()
							.anyRequest()
							.authenticated())
				.build();
		}

	}

}
