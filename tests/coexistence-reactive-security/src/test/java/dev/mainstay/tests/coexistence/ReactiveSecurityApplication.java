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
import org.springframework.security.core.userdetails.MapReactiveUserDetailsService;
import org.springframework.security.core.userdetails.User;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/**
 * A small reactive application that some may enter.
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

}
