package dev.mainstay.core.hardening.browser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class StaticLocationsCheckTests {

	private static final String LOCATIONS = "spring.web.resources.static-locations=";

	private final StaticLocationsCheck check = new StaticLocationsCheck();

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WebMvcAutoConfiguration.class));

	private final ReactiveWebApplicationContextRunner reactive = new ReactiveWebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WebFluxAutoConfiguration.class));

	@ParameterizedTest
	@ValueSource(
			strings = { "classpath:/BOOT-INF/classes/", "file:/", "file:./", "classpath:/static/,classpath:/config/" })
	void aPlaceThatHoldsTheServiceIsFound(String locations) {
		this.runner.withPropertyValues(LOCATIONS + locations)
			.run((context) -> assertThatLooking(this.check, context).fails("/** serves").at("test"));
		this.reactive.withPropertyValues(LOCATIONS + locations)
			.run((context) -> assertThatLooking(this.check, context).fails("/** serves").at("test"));
	}

	@Test
	void aHandlerOfTheApplicationIsFound() {
		this.runner.withUserConfiguration(Everything.class)
			.run((context) -> assertThatLooking(this.check, context).fails("/files/** serves"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "classpath:/static/", "file:./uploads/", "file:/srv/www/", "classpath:/public/config/" })
	void aPlaceForFilesPasses(String locations) {
		this.runner.withPropertyValues(LOCATIONS + locations)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void thePlacesOfSpringBootPass() {
		this.runner.run((context) -> assertThatLooking(this.check, context).passes());
		this.reactive.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void anApplicationWithoutFilesHasNothingToCheck() {
		this.runner.withPropertyValues(LOCATIONS + "file:/", "spring.web.resources.add-mappings=false")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
		new ApplicationContextRunner().run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Configuration(proxyBeanMethods = false)
	static class Everything implements WebMvcConfigurer {

		@Override
		public void addResourceHandlers(ResourceHandlerRegistry registry) {
			registry.addResourceHandler("/files/**").addResourceLocations("file:/");
		}

	}

}
