package dev.mainstay.security.headers;

import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.security.headers.autoconfigure.SecurityHeadersAutoConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.web.servlet.view.InternalResourceViewResolver;
import org.springframework.web.servlet.view.freemarker.FreeMarkerViewResolver;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class PageHeadersCheckTests {

	private static final String RULE = "mainstay.security.headers.html";

	private final PageHeadersCheck check = new PageHeadersCheck();

	private final WebApplicationContextRunner bare = new WebApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(LadderAutoConfiguration.class, SecurityHeadersAutoConfiguration.class));

	private final WebApplicationContextRunner runner = this.bare.withBean(FreeMarkerViewResolver.class);

	@Test
	void aRuleThatOnlyReportsIsFound() {
		this.runner.withPropertyValues(RULE + "=report")
			.run((context) -> assertThatLooking(this.check, context).fails(RULE + " is at report").at("test"));
	}

	@Test
	void aRuleThatNobodyHasSetIsFound() {
		this.runner.run((context) -> assertThatLooking(this.check, context).fails("there are pages"));
	}

	@Test
	void anEnforcedRulePasses() {
		this.runner.withPropertyValues(RULE + "=enforce")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void theModeThatEnforcesEverythingPasses() {
		this.runner.withPropertyValues("mainstay.mode=enforce")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void anApplicationWithoutPagesHasNothingToCheck() {
		this.bare.withBean(InternalResourceViewResolver.class)
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void withoutTheHeadersThereIsNothingToCheck() {
		this.runner.withPropertyValues("mainstay.security.headers.enabled=false")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
