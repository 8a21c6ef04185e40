package dev.mainstay.security.browser;

import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.security.browser.autoconfigure.BrowserAutoConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class CookieRuleCheckTests {

	private static final String RULE = "mainstay.security.browser.cookies";

	private final CookieRuleCheck check = new CookieRuleCheck();

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(LadderAutoConfiguration.class, BrowserAutoConfiguration.class))
		.withPropertyValues("mainstay.hardening.production=true");

	@Test
	void cookiesThatWereSeenToLackSomethingAreFound() {
		this.runner.withPropertyValues(RULE + "=report").run((context) -> {
			seen(context);
			assertThatLooking(this.check, context).fails(RULE + " only reports: cookies of 1 of 0 answers").at("test");
		});
	}

	@Test
	void beforeThatThereIsNothingToSay() {
		this.runner.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
		this.runner.withPropertyValues("mainstay.hardening.production=false").run((context) -> {
			seen(context);
			assertThatLooking(this.check, context).isNotApplicable();
		});
	}

	@Test
	void anEnforcedRulePasses() {
		this.runner.withPropertyValues("mainstay.mode=enforce").run((context) -> {
			seen(context);
			assertThatLooking(this.check, context).passes();
		});
	}

	@Test
	void withoutTheRoomThereIsNothingToCheck() {
		this.runner.withPropertyValues("mainstay.security.browser.enabled=false")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	private static void seen(ApplicationContext context) {
		context.getBean(Ladder.class)
			.rules()
			.stream()
			.filter((rule) -> rule.property().equals(RULE))
			.forEach((rule) -> rule.applies());
	}

}
