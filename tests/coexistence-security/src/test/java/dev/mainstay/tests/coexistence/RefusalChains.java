package dev.mainstay.tests.coexistence;

import java.io.IOException;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The chains that different teams have written.
 */
final class RefusalChains {

	private RefusalChains() {
	}

	@Configuration(proxyBeanMethods = false)
	@Import(RefusedApplication.class)
	static class Basic {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) throws Exception {
			return RefusedApplication.rules(http).httpBasic(Customizer.withDefaults()).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(RefusedApplication.class)
	static class FormLogin {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) throws Exception {
			return RefusedApplication.rules(http)
				.formLogin(Customizer.withDefaults())
				.csrf((csrf) -> csrf.ignoringRequestMatchers("/login"))
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(RefusedApplication.class)
	static class StatusOnly {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) throws Exception {
			return RefusedApplication.rules(http)
				.exceptionHandling((handling) -> handling
					.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(RefusedApplication.class)
	static class EagerSessions {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) throws Exception {
			return RefusedApplication.rules(http)
				.httpBasic(Customizer.withDefaults())
				.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.ALWAYS))
				.build();
		}

	}

	/** Guards a method of a handler that everybody may ask for. */
	@Configuration(proxyBeanMethods = false)
	@EnableMethodSecurity
	@Import(Basic.class)
	static class Methods {

		@RestController
		static class Guarded {

			@GetMapping("/own/guarded")
			@PreAuthorize("hasRole('ADMIN')")
			public String guarded() {
				return "guarded";
			}

		}

	}

	/** Says everything in its own words. */
	@Configuration(proxyBeanMethods = false)
	@Import(RefusedApplication.class)
	static class OwnWords {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) throws Exception {
			return RefusedApplication.rules(http)
				.httpBasic((basic) -> basic.authenticationEntryPoint((request, response, ex) -> say(response, 401)))
				.exceptionHandling(
						(handling) -> handling.authenticationEntryPoint((request, response, ex) -> say(response, 401))
							.accessDeniedHandler((request, response, ex) -> say(response, 403)))
				.build();
		}

		private static void say(HttpServletResponse response, int status) throws IOException {
			response.setStatus(status);
			response.setContentType(MediaType.APPLICATION_JSON_VALUE);
			response.getWriter().write("{\"mine\":" + status + "}");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Basic.class)
	static class OwnErrorPage {

		@Bean
		ErrorPageRegistrar pages() {
			return (registry) -> registry.addErrorPages(new ErrorPage(HttpStatus.FORBIDDEN, "/own/page"));
		}

		@RestController
		static class Pages {

			@GetMapping("/own/page")
			String page() {
				return "my own page";
			}

		}

	}

	/** Keeps something in the session of every caller, known or not. */
	@Configuration(proxyBeanMethods = false)
	@Import(Basic.class)
	static class OwnSessions {

		@Bean
		FilterRegistrationBean<Filter> remembering() {
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
				((HttpServletRequest) request).getSession().setAttribute("seen", "yes");
				chain.doFilter(request, response);
			});
			registration.setOrder(-200);
			return registration;
		}

	}

}
