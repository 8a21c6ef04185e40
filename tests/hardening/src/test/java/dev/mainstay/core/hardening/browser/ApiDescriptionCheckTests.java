package dev.mainstay.core.hardening.browser;

import dev.mainstay.core.hardening.Chains;
import org.junit.jupiter.api.Test;
import org.springdoc.api.AbstractOpenApiResource;
import org.springdoc.ui.AbstractSwaggerWelcome;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class ApiDescriptionCheckTests {

	private static final String PRODUCTION = "mainstay.hardening.production=true";

	private final ApiDescriptionCheck check = new ApiDescriptionCheck();

	@Test
	void withoutAChainBothAreFound() {
		new WebApplicationContextRunner().withPropertyValues(PRODUCTION)
			.withBean(Document.class)
			.withBean(Page.class)
			.run((context) -> assertThatLooking(this.check, context).fails("/v3/api-docs needs no login",
					"/swagger-ui.html needs no login"));
	}

	@Test
	void whatARuleLeavesOpenIsFound() {
		Chains.standard()
			.withPropertyValues(PRODUCTION, "springdoc.api-docs.path=/docs")
			.withUserConfiguration(DocumentOpen.class)
			.withBean(Document.class)
			.withBean(Page.class)
			.run((context) -> assertThatLooking(this.check, context).fails("/docs needs no login"));
	}

	@Test
	void whatNeedsALoginPasses() {
		Chains.standard()
			.withPropertyValues(PRODUCTION)
			.withBean(Document.class)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void theManagementPortPasses() {
		new WebApplicationContextRunner().withPropertyValues(PRODUCTION, "springdoc.use-management-port=true")
			.withBean(Document.class)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aDeskMayDescribeItself() {
		new WebApplicationContextRunner().withBean(Document.class)
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void anApplicationWithoutSpringdocHasNothingToCheck() {
		new ApplicationContextRunner().withPropertyValues(PRODUCTION)
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	static class Document extends AbstractOpenApiResource {

	}

	static class Page extends AbstractSwaggerWelcome {

	}

	@Configuration(proxyBeanMethods = false)
	static class DocumentOpen {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http
				.authorizeHttpRequests(
						(requests) -> requests.requestMatchers("/docs/**").permitAll().anyRequest().authenticated())
				.build();
		}

	}

}
