package dev.mainstay.core.hardening.authentication;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class GeneratedPasswordCheckTests {

	private final GeneratedPasswordCheck check = new GeneratedPasswordCheck();

	private final FilteredClassLoader withoutTokens = new FilteredClassLoader(
			"org.springframework.security.oauth2.server.resource");

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withClassLoader(this.withoutTokens)
		.withConfiguration(AutoConfigurations.of(SecurityAutoConfiguration.class,
				UserDetailsServiceAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class));

	@Test
	void theUserThatNobodyHasConfiguredIsFound() {
		this.runner.run((context) -> assertThatLooking(this.check, context).fails("generated at the start"));
	}

	@Test
	void theUserThatNobodyHasConfiguredIsFoundOnTheReactiveStack() {
		new ReactiveWebApplicationContextRunner().withClassLoader(this.withoutTokens)
			.withConfiguration(AutoConfigurations.of(WebFluxAutoConfiguration.class, SecurityAutoConfiguration.class,
					ReactiveUserDetailsServiceAutoConfiguration.class, ReactiveWebSecurityAutoConfiguration.class))
			.run((context) -> assertThatLooking(this.check, context).fails("generated at the start"));
	}

	@Test
	void aConfiguredUserPasses() {
		this.runner.withPropertyValues("spring.security.user.password=" + "well-" + "guarded-" + "word")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void usersOfTheApplicationPass() {
		this.runner
			.withBean(InMemoryUserDetailsManager.class,
					() -> new InMemoryUserDetailsManager(
							User.withUsername("operator").password("{noop}" + "word").roles("ADMIN").build()))
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aUserWhomNoChainAsksForHasNothingToCheck() {
		this.runner.withUserConfiguration(TokensOnly.class)
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void anApplicationWithoutSecurityHasNothingToCheck() {
		new WebApplicationContextRunner().withClassLoader(new FilteredClassLoader("org.springframework.security"))
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Configuration(proxyBeanMethods = false)
	static class TokensOnly {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().denyAll()).build();
		}

	}

}
