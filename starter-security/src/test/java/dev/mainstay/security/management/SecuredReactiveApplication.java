package dev.mainstay.security.management;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

/**
 * An application whose security is chosen by a property.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ScrapeEndpoint.class)
class SecuredReactiveApplication {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = "test.chain", havingValue = "permit-all")
	static class PermitAll {

		@Bean
		SecurityWebFilterChain permitAll(ServerHttpSecurity http) {
			return http.authorizeExchange((exchanges) -> exchanges.anyExchange().permitAll())
				.csrf((csrf) -> csrf.disable())
				.httpBasic(Customizer.withDefaults())
				.build();
		}

	}

}
