package dev.mainstay.security.browser;

import java.util.List;

import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.reactive.config.CorsRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

class CorsReactiveIntegrationTests extends AbstractCorsIntegrationTests {

	CorsReactiveIntegrationTests() {
		super(WebApplicationType.REACTIVE, Global.class, OwnFilter.class);
	}

	@Configuration(proxyBeanMethods = false)
	@Import(BrowserApplication.class)
	static class Global implements WebFluxConfigurer {

		@Override
		public void addCorsMappings(CorsRegistry registry) {
			registry.addMapping("/**").allowedOrigins(GOOD).allowedMethods("POST").allowCredentials(true);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(BrowserApplication.class)
	static class OwnFilter {

		@Bean
		CorsWebFilter cors() {
			CorsConfiguration configuration = new CorsConfiguration();
			configuration.setAllowedOrigins(List.of(GOOD));
			configuration.setAllowedMethods(List.of("POST"));
			UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
			source.registerCorsConfiguration("/**", configuration);
			return new CorsWebFilter(source);
		}

	}

}
