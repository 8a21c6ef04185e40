package dev.mainstay.core.hardening.browser;

import java.util.List;

import com.example.shop.OrderController;
import com.example.shop.SharedController;
import dev.mainstay.core.hardening.Chains;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;
import static org.assertj.core.api.Assertions.assertThat;

class CorsCheckTests {

	private final CorsCheck check = new CorsCheck();

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WebMvcAutoConfiguration.class));

	@Test
	void everySiteWithCredentialsIsFound() {
		this.runner.withBean("cors", UrlBasedCorsConfigurationSource.class, () -> source("*", true))
			.run((context) -> assertThatLooking(this.check, context).fails("CORS of cors for /**"));
	}

	@Test
	void everySiteOverTlsAndTheOriginNullAreFound() {
		this.runner.withBean("cors", UrlBasedCorsConfigurationSource.class, () -> source("https://*", true))
			.run((context) -> assertThatLooking(this.check, context).fails("CORS of cors for /**"));
		this.runner.withBean("cors", UrlBasedCorsConfigurationSource.class, () -> source("null", true))
			.run((context) -> assertThatLooking(this.check, context).fails("CORS of cors for /**"));
	}

	@Test
	void theMappingsOfSpringMvcAreFound() {
		this.runner.withUserConfiguration(OpenMappings.class)
			.run((context) -> assertThatLooking(this.check, context).fails("CORS of Spring MVC for /api/**"));
	}

	@Test
	void anAnnotationIsFoundOnBothStacks() {
		this.runner.withUserConfiguration(SharedController.class)
			.run((context) -> assertThatLooking(this.check, context).fails("@CrossOrigin of SharedController#prices"));
		new ReactiveWebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(WebFluxAutoConfiguration.class))
			.withUserConfiguration(SharedController.class)
			.run((context) -> assertThatLooking(this.check, context).fails("@CrossOrigin of SharedController#prices"));
	}

	@Test
	void managementEndpointsAreFound() {
		this.runner
			.withPropertyValues("management.endpoints.web.cors.allowed-origin-patterns=*",
					"management.endpoints.web.cors.allow-credentials=true")
			.run((context) -> assertThatLooking(this.check, context).fails("management.endpoints.web.cors.*"));
	}

	@Test
	void everySiteWithoutCredentialsPasses() {
		this.runner.withBean("cors", UrlBasedCorsConfigurationSource.class, () -> source("*", false))
			.withPropertyValues("management.endpoints.web.cors.allowed-origins=*")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void theChainOfTheActuatorHidesNothing() {
		Chains.standard()
			.withConfiguration(AutoConfigurations.of(EndpointAutoConfiguration.class,
					WebEndpointAutoConfiguration.class, ManagementWebSecurityAutoConfiguration.class))
			.run((context) -> {
				assertThat(context).hasBean("managementSecurityFilterChain");
				assertThatLooking(this.check, context).isNotApplicable();
			});
	}

	@Test
	void knownSitesPass() {
		this.runner.withBean("cors", UrlBasedCorsConfigurationSource.class, () -> source("https://*.example.com", true))
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aSourceThatOnlyAnswersToRequestsIsUnknown() {
		this.runner.withBean(CorsConfigurationSource.class, () -> (request) -> new CorsConfiguration())
			.run((context) -> assertThatLooking(this.check, context).isUnknown());
		Chains.with((http) -> http.cors((cors) -> cors.configurationSource((request) -> new CorsConfiguration())))
			.run((context) -> assertThatLooking(this.check, context).isUnknown());
	}

	@Test
	void anApplicationWithoutCorsHasNothingToCheck() {
		this.runner.withUserConfiguration(OrderController.class)
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
		new ApplicationContextRunner().withClassLoader(new FilteredClassLoader("org.springframework.web"))
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	private static UrlBasedCorsConfigurationSource source(String pattern, boolean credentials) {
		CorsConfiguration configuration = new CorsConfiguration();
		configuration.setAllowedOriginPatterns(List.of(pattern));
		configuration.setAllowCredentials(credentials);
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration("/**", configuration);
		return source;
	}

	@Configuration(proxyBeanMethods = false)
	static class OpenMappings {

		@Bean
		WebMvcConfigurer open() {
			return new WebMvcConfigurer() {

				@Override
				public void addCorsMappings(CorsRegistry registry) {
					registry.addMapping("/api/**").allowedOriginPatterns("*").allowCredentials(true);
				}

			};
		}

	}

}
