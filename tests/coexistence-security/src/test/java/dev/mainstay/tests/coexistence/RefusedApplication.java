package dev.mainstay.tests.coexistence;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the chains of these tests stand before.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(RefusedApplication.Controller.class)
class RefusedApplication {

	/** Name and password of somebody with the role USER. */
	static final String USER = "Basic dXNlcjp1c2Vy";

	@Bean
	UserDetailsService users() {
		return new InMemoryUserDetailsManager(User.withUsername("user").password("{noop}user").roles("USER").build());
	}

	@Bean
	LiveSessions sessions() {
		return new LiveSessions();
	}

	static HttpSecurity rules(HttpSecurity http) throws Exception {
		return http.authorizeHttpRequests(RefusedApplication::rules);
	}

	private static void rules(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.requestMatchers("/open", "/own/**").permitAll().requestMatchers("/admin").hasRole("ADMIN");
		requests.anyRequest().authenticated();
	}

	@RestController
	static class Controller {

		@GetMapping({ "/open", "/secret", "/admin" })
		Map<String, String> read() {
			return Map.of("read", "yes");
		}

		@PostMapping({ "/open", "/secret" })
		Map<String, String> write() {
			return Map.of("written", "yes");
		}

		@GetMapping("/own/error")
		void sendError(HttpServletResponse response) throws IOException {
			response.sendError(403, "my own");
		}

		@GetMapping("/own/challenge")
		void challenge(HttpServletResponse response) throws IOException {
			response.setHeader("WWW-Authenticate", "Bearer");
			response.sendError(401);
		}

		@GetMapping("/own/failing")
		void fail() {
			throw new IllegalStateException("my own");
		}

		@GetMapping("/own/empty")
		void leaveEmpty(HttpServletResponse response) {
			response.setStatus(401);
		}

		@GetMapping("/own/session")
		String remember(HttpSession session) {
			session.setAttribute("mine", "yes");
			return "remembered";
		}

	}

}
