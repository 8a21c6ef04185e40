package dev.mainstay.security.browser;

import com.example.shop.SessionHandlers;
import dev.mainstay.core.hardening.Chains;
import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.security.browser.autoconfigure.BrowserAutoConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class CrossSiteRuleCheckTests {

	private static final String RULE = "mainstay.security.browser.cross-site";

	private static final String PRODUCTION = "mainstay.hardening.production=true";

	private static final AutoConfigurations BROWSER = AutoConfigurations.of(LadderAutoConfiguration.class,
			BrowserAutoConfiguration.class);

	private final CrossSiteRuleCheck check = new CrossSiteRuleCheck();

	private final WebApplicationContextRunner bare = new WebApplicationContextRunner().withConfiguration(BROWSER)
		.withConfiguration(AutoConfigurations.of(WebMvcAutoConfiguration.class));

	private final WebApplicationContextRunner runner = this.bare.withBean(SessionHandlers.Basket.class);

	@Test
	void aRuleThatReportsIsFoundInProduction() {
		this.runner.withPropertyValues(PRODUCTION)
			.run((context) -> assertThatLooking(this.check, context)
				.fails(RULE + " only reports, and Basket#add goes by the session"));
		this.runner.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void aRuleThatIsOffIsFoundAnywhere() {
		this.runner.withPropertyValues(RULE + "=off")
			.run((context) -> assertThatLooking(this.check, context).fails(RULE + " is off").at("test"));
	}

	@Test
	void anEnforcedRulePasses() {
		this.runner.withPropertyValues(PRODUCTION, RULE + "=enforce")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void whereATokenIsAskedForItPasses() {
		Chains.standard()
			.withConfiguration(BROWSER)
			.withBean(SessionHandlers.Basket.class)
			.withPropertyValues(PRODUCTION)
			.run((context) -> assertThatLooking(this.check, context).passes());
		Chains.with((http) -> http.csrf(CsrfConfigurer::disable))
			.withConfiguration(BROWSER)
			.withBean(SessionHandlers.Basket.class)
			.withPropertyValues(PRODUCTION)
			.run((context) -> assertThatLooking(this.check, context).fails("goes by the session"));
	}

	@Test
	void attributesOfTheSessionAndReactiveSessionsAreFound() {
		this.bare.withBean(SessionHandlers.Attribute.class)
			.withPropertyValues(PRODUCTION)
			.run((context) -> assertThatLooking(this.check, context).fails("Attribute#add"));
		new ReactiveWebApplicationContextRunner().withConfiguration(BROWSER)
			.withConfiguration(AutoConfigurations.of(WebFluxAutoConfiguration.class))
			.withBean(SessionHandlers.Reactive.class)
			.withPropertyValues(PRODUCTION)
			.run((context) -> assertThatLooking(this.check, context).fails("Reactive#add"));
	}

	@Test
	void withoutSessionsThereIsNothingToCheck() {
		this.bare.withBean(SessionHandlers.Stateless.class)
			.withPropertyValues(PRODUCTION)
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
		this.runner.withPropertyValues(PRODUCTION, "mainstay.security.browser.enabled=false")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
