package dev.mainstay.tests.bad;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Accounts behind Spring Security, which was told to stop complaining. Everything else is
 * as it should be.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(AccountController.class)
class BadlySecuredApplication {

	@Bean
	SecurityFilterChain accountsChain(HttpSecurity http, InMemoryUserDetailsManager users) {
		return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.formLogin(Customizer.withDefaults())
			.rememberMe((rememberMe) -> rememberMe.key("accounts").userDetailsService(users))
			.csrf(AbstractHttpConfigurer::disable)
			.headers(AbstractHttpConfigurer::disable)
			.build();
	}

	@Bean
	InMemoryUserDetailsManager users() {
		return new InMemoryUserDetailsManager(
				User.withUsername("admin").password("{noop}" + "admin").roles("CLERK").build());
	}

	@Bean
	PasswordEncoder passwordEncoder() {
		return new PlainPasswords();
	}

	/** The only user in the tables was there before encoders were. */
	private static final class PlainPasswords implements PasswordEncoder {

		private final PasswordEncoder others = PasswordEncoderFactories.createDelegatingPasswordEncoder();

		@Override
		public String encode(CharSequence password) {
			return "{noop}" + password;
		}

		@Override
		public boolean matches(CharSequence password, String encoded) {
			return this.others.matches(password, encoded);
		}

	}

}
