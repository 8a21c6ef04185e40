package dev.mainstay.security.event.authentication.reactive;

import reactor.core.publisher.Mono;

import org.springframework.boot.actuate.audit.AuditEventRepository;
import org.springframework.boot.actuate.audit.InMemoryAuditEventRepository;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableReactiveMethodSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.core.userdetails.MapReactiveUserDetailsService;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * An application with a form, basic authentication, method security and a place for
 * Spring Boot's audit events.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableReactiveMethodSecurity
@Import({ GuardedReactiveApplication.Handlers.class, GuardedReactiveApplication.Service.class })
class GuardedReactiveApplication {

	static final String PASSWORD = "correct-horse-battery";

	@Bean
	SecurityWebFilterChain chain(ServerHttpSecurity http) {
		return http
			.authorizeExchange(
					(exchanges) -> exchanges.pathMatchers("/admin/**").hasRole("ADMIN").anyExchange().authenticated())
			.formLogin(Customizer.withDefaults())
			.httpBasic(Customizer.withDefaults())
			.csrf(CsrfSpec::disable)
			.build();
	}

	@Bean
	MapReactiveUserDetailsService users() {
		return new MapReactiveUserDetailsService(
				User.withUsername("joe").password("{noop}" + PASSWORD).roles("USER").build());
	}

	@Bean
	AuditEventRepository audit() {
		return new InMemoryAuditEventRepository();
	}

	/**
	 * Handlers that refuse in each way there is.
	 */
	@RestController
	static class Handlers {

		private final Service service;

		Handlers(Service service) {
			this.service = service;
		}

		@GetMapping("/open")
		Mono<String> open() {
			return Mono.just("open");
		}

		@GetMapping("/orders/{id}")
		Mono<String> guarded(@PathVariable String id) {
			return this.service.guarded();
		}

		@GetMapping("/denied")
		Mono<String> denied() {
			return Mono.error(new AccessDeniedException("not you"));
		}

	}

	/**
	 * Something that only some may call.
	 */
	static class Service {

		@PreAuthorize("hasRole('ADMIN')")
		public Mono<String> guarded() {
			return Mono.just("guarded");
		}

	}

}
