package dev.mainstay.tests.coexistence;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.boot.web.server.Cookie.SameSite;
import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * Chains of applications whose users come with browsers.
 */
final class BrowserChains {

	private BrowserChains() {
	}

	/** Somebody found that tokens are in the way. */
	@Configuration(proxyBeanMethods = false)
	@Import(RefusedApplication.class)
	static class WithoutTokens {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) throws Exception {
			return RefusedApplication.rules(http)
				.formLogin(Customizer.withDefaults())
				.httpBasic(Customizer.withDefaults())
				.csrf(CsrfConfigurer::disable)
				.build();
		}

	}

	/** The pages of a partner work with the users of this service. */
	@Configuration(proxyBeanMethods = false)
	@Import(WithoutTokens.class)
	static class Shared {

		/** Spring Security takes it by this type. */
		@Bean
		UrlBasedCorsConfigurationSource corsConfigurationSource() {
			CorsConfiguration configuration = new CorsConfiguration();
			configuration.setAllowedOrigins(List.of("https://partner.example"));
			configuration.setAllowedMethods(List.of("POST"));
			configuration.setAllowCredentials(true);
			UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
			source.registerCorsConfiguration("/**", configuration);
			return source;
		}

	}

	/** Is embedded by others, and has no word on it in its cookies. */
	@Configuration(proxyBeanMethods = false)
	@Import(RefusalChains.FormLogin.class)
	static class Embedded {

		@Bean
		CookieSameSiteSupplier sameSite() {
			return CookieSameSiteSupplier.of(SameSite.OMITTED).whenHasName("JSESSIONID");
		}

	}

	/** Keeps sessions in a store of Spring Session. */
	@Configuration(proxyBeanMethods = false)
	@EnableSpringHttpSession
	@Import(WithoutTokens.class)
	static class Stored {

		@Bean
		MapSessionRepository store() {
			return new MapSessionRepository(new ConcurrentHashMap<>());
		}

	}

	/** Has chosen for all of its cookies. */
	@Configuration(proxyBeanMethods = false)
	@Import(RefusalChains.FormLogin.class)
	static class Strict {

		@Bean
		CookieSameSiteSupplier sameSite() {
			return CookieSameSiteSupplier.ofStrict();
		}

	}

}
