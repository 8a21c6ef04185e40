package dev.mainstay.core.hardening.browser;

import com.example.shop.BasketController;
import com.example.shop.OrderController;
import dev.mainstay.core.hardening.Chains;
import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Mode;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.security.config.Customizer;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class SessionCookieCheckTests {

	private static final String COOKIE = "server.servlet.session.cookie.";

	private static final String PRODUCTION = "mainstay.hardening.production=true";

	private final SessionCookieCheck check = new SessionCookieCheck();

	private final WebApplicationContextRunner runner = Chains.standard();

	@Test
	void whatTheEnforcedRuleOnCookiesAddsIsThere() {
		Ladder ladder = new Ladder(Mode.ENFORCE);
		ladder.rule("security.browser.cookies", null);
		this.runner.withBean(Ladder.class, () -> ladder)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void whatNobodyHasSetIsFound() {
		this.runner.run((context) -> assertThatLooking(this.check, context).fails(COOKIE + "same-site is not set"));
		this.runner.withPropertyValues(PRODUCTION)
			.run((context) -> assertThatLooking(this.check, context).fails(COOKIE + "same-site is not set",
					COOKIE + "secure is not set"));
	}

	@Test
	void whatIsLoosenedIsFound() {
		this.runner
			.withPropertyValues(PRODUCTION, COOKIE + "http-only=false", COOKIE + "same-site=none",
					COOKIE + "secure=false", "server.forward-headers-strategy=native")
			.run((context) -> assertThatLooking(this.check, context)
				.fails("http-only=false", "same-site=none", "secure=false")
				.at("test"));
	}

	@Test
	void aHandlerWithASessionIsFound() {
		new WebApplicationContextRunner().withConfiguration(AutoConfigurations.of(WebMvcAutoConfiguration.class))
			.withUserConfiguration(BasketController.class)
			.run((context) -> assertThatLooking(this.check, context).fails("same-site is not set"));
	}

	@Test
	void whatIsSetPasses() {
		this.runner.withPropertyValues(PRODUCTION, COOKIE + "same-site=strict", COOKIE + "secure=true")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aProxyWithTlsMakesTheCookieSecure() {
		this.runner
			.withPropertyValues(PRODUCTION, COOKIE + "same-site=lax", "server.forward-headers-strategy=framework")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aBeanThatSaysSameSitePasses() {
		this.runner.withBean(CookieSameSiteSupplier.class, CookieSameSiteSupplier::ofLax)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void whereNothingBeginsASessionThereIsNothingToCheck() {
		Chains.with(Customizer.withDefaults())
			.withUserConfiguration(OrderController.class)
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
		new ReactiveWebApplicationContextRunner()
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
