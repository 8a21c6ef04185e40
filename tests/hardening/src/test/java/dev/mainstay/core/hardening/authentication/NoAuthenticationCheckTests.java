package dev.mainstay.core.hardening.authentication;

import com.example.shop.ApiKeyFilter;
import com.example.shop.CatalogueController;
import com.example.shop.OrderController;
import com.example.shop.TimingFilter;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class NoAuthenticationCheckTests {

	private final NoAuthenticationCheck check = new NoAuthenticationCheck();

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WebMvcAutoConfiguration.class));

	@Test
	void whatAnybodyMayChangeIsFound() {
		this.runner.withUserConfiguration(OrderController.class)
			.run((context) -> assertThatLooking(this.check, context).fails("guards OrderController#"));
	}

	@Test
	void whatAnybodyMayChangeIsFoundOnTheReactiveStack() {
		new ReactiveWebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(WebFluxAutoConfiguration.class))
			.withUserConfiguration(OrderController.class)
			.run((context) -> assertThatLooking(this.check, context).fails("guards OrderController#"));
	}

	@Test
	void aFunctionalRouteThatChangesSomethingIsFound() {
		this.runner.withUserConfiguration(Routes.class)
			.run((context) -> assertThatLooking(this.check, context).fails("functional routes"));
	}

	@Test
	void aChainPasses() {
		this.runner
			.withConfiguration(
					AutoConfigurations.of(SecurityAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class))
			.withUserConfiguration(OrderController.class)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aFilterThatSoundsLikeAuthenticationIsUnknown() {
		this.runner.withUserConfiguration(OrderController.class)
			.withBean(ApiKeyFilter.class)
			.run((context) -> assertThatLooking(this.check, context).isUnknown());
	}

	@Test
	void anotherFilterGuardsNothing() {
		this.runner.withUserConfiguration(OrderController.class)
			.withBean(TimingFilter.class)
			.run((context) -> assertThatLooking(this.check, context).fails("guards OrderController#"));
	}

	@Test
	void whatOnlyAnswersMayBeForEverybody() {
		this.runner.withUserConfiguration(CatalogueController.class)
			.run((context) -> assertThatLooking(this.check, context).isUnknown());
	}

	@Test
	void anApplicationWithoutHandlersHasNothingToCheck() {
		this.runner.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Configuration(proxyBeanMethods = false)
	static class Routes {

		@Bean
		RouterFunction<ServerResponse> orders() {
			return RouterFunctions.route().POST("/orders", (request) -> ServerResponse.ok().build()).build();
		}

	}

}
