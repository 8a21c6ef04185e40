package dev.mainstay.core.hardening.probe;

import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

class ProbedServiceOnNettyTests extends AbstractProbedServiceTests {

	ProbedServiceOnNettyTests() {
		super(WebApplicationType.REACTIVE);
	}

	/** With two servers on the class path Boot does not know which one to start. */
	@Override
	String managementPort() {
		return "--management.server.port=";
	}

	@Override
	Class<?> security() {
		return Security.class;
	}

	@Configuration(proxyBeanMethods = false)
	static class Security {

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return http
				.authorizeExchange((exchanges) -> exchanges.pathMatchers("/open-changes", "/articles", "/actuator/**")
					.permitAll()
					.anyExchange()
					.authenticated())
				.build();
		}

	}

}
