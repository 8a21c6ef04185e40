package dev.mainstay.core.hardening;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Applications that differ in their security filter chains only.
 */
public final class Chains {

	private Chains() {
	}

	/**
	 * An application with Spring MVC and Spring Security, and the chain of Spring Boot.
	 */
	public static WebApplicationContextRunner standard() {
		return new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(WebMvcAutoConfiguration.class, SecurityAutoConfiguration.class,
					ServletWebSecurityAutoConfiguration.class))
			.withBean(InMemoryUserDetailsManager.class, () -> new InMemoryUserDetailsManager(
					User.withUsername("operator").password("{noop}" + "x").roles("ADMIN").build()));
	}

	/**
	 * An application with one chain of its own.
	 */
	public static WebApplicationContextRunner with(Customizer<HttpSecurity> customizer) {
		return standard().withInitializer((context) -> ((GenericApplicationContext) context).registerBean("own",
				SecurityFilterChain.class, () -> {
					HttpSecurity http = context.getBean(HttpSecurity.class);
					http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated());
					customizer.customize(http);
					return http.build();
				}));
	}

}
