package dev.mainstay.core.hardening.browser;

import java.util.Set;

import com.example.shop.BasketController;
import dev.mainstay.core.hardening.Chains;
import jakarta.servlet.SessionTrackingMode;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.security.config.Customizer;
import org.springframework.web.context.WebApplicationContext;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class SessionAddressCheckTests {

	private static final String MODES = "server.servlet.session.tracking-modes";

	private final SessionAddressCheck check = new SessionAddressCheck();

	private final WebApplicationContextRunner open = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WebMvcAutoConfiguration.class))
		.withUserConfiguration(BasketController.class);

	@Test
	void whatTheContainerDoesUnaskedIsFound() {
		this.open.run((context) -> assertThatLooking(this.check, context).fails(MODES + " is not set"));
	}

	@Test
	void whatIsAskedForIsFound() {
		Chains.standard()
			.withPropertyValues(MODES + "=cookie,url")
			.run((context) -> assertThatLooking(this.check, context).fails(MODES + "=cookie,url").at("test"));
	}

	@Test
	void aChainThatAllowsItIsFound() {
		Chains
			.with((http) -> http.formLogin(Customizer.withDefaults())
				.sessionManagement((session) -> session.enableSessionUrlRewriting(true)))
			.run((context) -> assertThatLooking(this.check, context).fails("the chain own"));
	}

	@Test
	void theChainOfSpringSecurityPasses() {
		Chains.standard().run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void cookiesOnlyPass() {
		this.open
			.withInitializer((context) -> ((WebApplicationContext) context).getServletContext()
				.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE)))
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void whereNothingBeginsASessionThereIsNothingToCheck() {
		Chains.with(Customizer.withDefaults())
			.withPropertyValues(MODES + "=url")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
