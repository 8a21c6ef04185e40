package dev.mainstay.tests.coexistence;

import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;

/**
 * The chains that different teams have written for the same application.
 */
final class ReactiveChains {

	private ReactiveChains() {
	}

	static ServerHttpSecurity rules(ServerHttpSecurity http) {
		return http.authorizeExchange((exchanges) -> exchanges.pathMatchers("/open")
			.permitAll()
			.pathMatchers("/admin")
			.hasAuthority("SCOPE_admin")
			.anyExchange()
			.authenticated());
	}

	@Configuration(proxyBeanMethods = false)
	@Import(ReactiveSecurityApplication.class)
	static class Basic {

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return rules(http).httpBasic(Customizer.withDefaults()).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(ReactiveSecurityApplication.class)
	static class FormLogin {

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return rules(http).formLogin(Customizer.withDefaults()).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(ReactiveSecurityApplication.class)
	static class OwnEntryPoint {

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return rules(http).httpBasic(Customizer.withDefaults())
				.exceptionHandling((handling) -> handling.authenticationEntryPoint((exchange, ex) -> {
					ServerHttpResponse response = exchange.getResponse();
					response.setStatusCode(HttpStatus.UNAUTHORIZED);
					response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
					byte[] body = "{\"mine\":\"please log in\"}".getBytes();
					return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
				}))
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(ReactiveSecurityApplication.class)
	static class ResourceServer {

		@Bean
		ReactiveJwtDecoder decoder() {
			return NimbusReactiveJwtDecoder.withSecretKey(ReactiveSecurityApplication.KEY).build();
		}

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return rules(http).oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults())).build();
		}

	}

	/** Nobody has written a chain: everything is locked, as Spring Boot has it. */
	@Configuration(proxyBeanMethods = false)
	@Import(ReactiveSecurityApplication.class)
	static class NoChain {

	}

}
