package dev.mainstay.security.browser;

import java.util.List;

import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

class CorsServletIntegrationTests extends AbstractCorsIntegrationTests {

	CorsServletIntegrationTests() {
		super(WebApplicationType.SERVLET, Global.class, OwnFilter.class);
	}

	@Configuration(proxyBeanMethods = false)
	@Import(BrowserApplication.class)
	static class Global implements WebMvcConfigurer {

		@Override
		public void addCorsMappings(CorsRegistry registry) {
			registry.addMapping("/**").allowedOrigins(GOOD).allowedMethods("POST").allowCredentials(true);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(BrowserApplication.class)
	static class OwnFilter {

		@Bean
		CorsFilter cors() {
			CorsConfiguration configuration = new CorsConfiguration();
			configuration.setAllowedOrigins(List.of(GOOD));
			configuration.setAllowedMethods(List.of("POST"));
			UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
			source.registerCorsConfiguration("/**", configuration);
			return new CorsFilter(source);
		}

	}

}
