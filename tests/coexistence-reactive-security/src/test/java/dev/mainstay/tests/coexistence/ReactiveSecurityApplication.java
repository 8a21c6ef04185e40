package dev.mainstay.tests.coexistence;

import java.util.Map;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.userdetails.MapReactiveUserDetailsService;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/**
 * A small reactive application that some may enter, with the chains of different teams.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ReactiveSecurityApplication.Controller.class)
class ReactiveSecurityApplication {

	static final SecretKey KEY = new SecretKeySpec("k".repeat(32).getBytes(), "HmacSHA256");

	@Bean
	MapReactiveUserDetailsService users() {
		return new MapReactiveUserDetailsService(
				User.withUsername("user").password("{noop}user").roles("USER").build());
	}

	private static ServerHttpSecurity rules(ServerHttpSecurity http) {
		return http.authorizeExchange((exchanges) -> exchanges.pathMatchers("/open")
			.permitAll()
			.pathMatchers("/admin")
			.hasAuthority("SCOPE_admin")
			.anyExchange()
			.authenticated());
	}

	@RestController
	static class Controller {

		@GetMapping("/open")
		Map<String, String> open() {
			return Map.of("open", "yes");
		}

		@PostMapping("/open")
		Mono<Map<String, String>> write() {
			return Mono.just(Map.of("written", "yes"));
		}

		@GetMapping("/secret")
		Mono<Map<String, String>> secret() {
			return Mono.just(Map.of("secret", "yes"));
		}

		@GetMapping("/admin")
		Mono<Map<String, String>> administer() {
			return Mono.just(Map.of("admin", "yes"));
		}

		/** An answer of the application, although it has no body. */
		@GetMapping("/refused")
		Mono<Void> refuse(ServerWebExchange exchange) {
			exchange.getResponse().setStatusCode(HttpStatus.UNAUTHORIZED);
			return Mono.empty();
		}

		@GetMapping("/failing")
		Mono<String> fail() {
			return Mono.error(new IllegalStateException("not for the caller"));
		}

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
			return NimbusReactiveJwtDecoder.withSecretKey(KEY).build();
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
