package dev.mainstay.security.event.authentication.servlet;

import org.springframework.boot.actuate.audit.AuditEventRepository;
import org.springframework.boot.actuate.audit.InMemoryAuditEventRepository;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * An application with a form, basic authentication, method security and a place for
 * Spring Boot's audit events.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableMethodSecurity
@Import({ GuardedApplication.Handlers.class, GuardedApplication.Service.class })
class GuardedApplication {

	static final String PASSWORD = "correct-horse-battery";

	@Bean
	SecurityFilterChain chain(HttpSecurity http) {
		return http
			.authorizeHttpRequests(
					(requests) -> requests.requestMatchers("/admin/**").hasRole("ADMIN").anyRequest().authenticated())
			.formLogin(Customizer.withDefaults())
			.httpBasic(Customizer.withDefaults())
			.logout(Customizer.withDefaults())
			.csrf(AbstractHttpConfigurer::disable)
			.build();
	}

	@Bean
	UserDetailsService users() {
		return new InMemoryUserDetailsManager(
				User.withUsername("joe").password("{noop}" + PASSWORD).roles("USER").build(),
				User.withUsername("locked").password("{noop}" + PASSWORD).accountLocked(true).build());
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
		String open() {
			return "open";
		}

		@GetMapping("/orders/{id}")
		String guarded(@PathVariable String id) {
			return this.service.guarded();
		}

		@GetMapping("/denied")
		String denied() {
			throw new AccessDeniedException("not you");
		}

	}

	/**
	 * Something that only some may call.
	 */
	static class Service {

		@PreAuthorize("hasRole('ADMIN')")
		public String guarded() {
			return "guarded";
		}

	}

}
