package dev.mainstay.security.browser;

import dev.mainstay.core.hardening.Chains;
import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.security.browser.autoconfigure.BrowserAutoConfiguration;
import jakarta.servlet.http.HttpSession;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.server.WebSession;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class CrossSiteRuleCheckTests {

	private static final String RULE = "mainstay.security.browser.cross-site";

	private static final String PRODUCTION = "mainstay.hardening.production=true";

	private static final AutoConfigurations BROWSER = AutoConfigurations.of(LadderAutoConfiguration.class,
			BrowserAutoConfiguration.class);

	private final CrossSiteRuleCheck check = new CrossSiteRuleCheck();

	private final WebApplicationContextRunner bare = new WebApplicationContextRunner().withConfiguration(BROWSER)
		.withConfiguration(AutoConfigurations.of(WebMvcAutoConfiguration.class));

	private final WebApplicationContextRunner runner = this.bare.withBean(Basket.class);

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
			.withBean(Basket.class)
			.withPropertyValues(PRODUCTION)
			.run((context) -> assertThatLooking(this.check, context).passes());
		Chains.with((http) -> http.csrf(CsrfConfigurer::disable))
			.withConfiguration(BROWSER)
			.withBean(Basket.class)
			.withPropertyValues(PRODUCTION)
			.run((context) -> assertThatLooking(this.check, context).fails("goes by the session"));
	}

	@Test
	void attributesOfTheSessionAndReactiveSessionsAreFound() {
		this.bare.withBean(Attribute.class)
			.withPropertyValues(PRODUCTION)
			.run((context) -> assertThatLooking(this.check, context).fails("Attribute#add"));
		new ReactiveWebApplicationContextRunner().withConfiguration(BROWSER)
			.withConfiguration(AutoConfigurations.of(WebFluxAutoConfiguration.class))
			.withBean(Reactive.class)
			.withPropertyValues(PRODUCTION)
			.run((context) -> assertThatLooking(this.check, context).fails("Reactive#add"));
	}

	@Test
	void withoutSessionsThereIsNothingToCheck() {
		this.bare.withBean(Stateless.class)
			.withPropertyValues(PRODUCTION)
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
		this.runner.withPropertyValues(PRODUCTION, "mainstay.security.browser.enabled=false")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@RestController
	static class Basket {

		@PostMapping("/basket")
		String add(HttpSession session) {
			return session.getId();
		}

	}

	@RestController
	static class Attribute {

		@PostMapping("/basket")
		String add(@SessionAttribute String user) {
			return user;
		}

	}

	@RestController
	static class Reactive {

		@PostMapping("/basket")
		String add(WebSession session) {
			return session.getId();
		}

	}

	@RestController
	static class Stateless {

		@GetMapping("/basket")
		String read() {
			return "basket";
		}

	}

}
