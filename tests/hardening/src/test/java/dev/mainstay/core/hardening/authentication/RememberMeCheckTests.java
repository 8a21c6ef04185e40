package dev.mainstay.core.hardening.authentication;

import dev.mainstay.core.hardening.Chains;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.security.config.Customizer;
import org.springframework.security.web.authentication.rememberme.InMemoryTokenRepositoryImpl;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class RememberMeCheckTests {

	private final RememberMeCheck check = new RememberMeCheck();

	@Test
	void aShortKeyIsFound() {
		Chains.with((http) -> http.formLogin(Customizer.withDefaults()).rememberMe((it) -> it.key("short" + "Key")))
			.run((context) -> assertThatLooking(this.check, context).fails("has only 8 characters"));
	}

	@Test
	void aKeyOfAManualIsFound() {
		Chains
			.with((http) -> http.formLogin(Customizer.withDefaults())
				.rememberMe((it) -> it.key("uniqueAnd" + "SecretKey")))
			.run((context) -> assertThatLooking(this.check, context).fails("stands in manuals"));
	}

	@Test
	void theKeyOfSpringSecurityPasses() {
		Chains.with((http) -> http.formLogin(Customizer.withDefaults()).rememberMe(Customizer.withDefaults()))
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void tokensInATableNeedNoKey() {
		Chains
			.with((http) -> http.formLogin(Customizer.withDefaults())
				.rememberMe((it) -> it.key("short" + "Key").tokenRepository(new InMemoryTokenRepositoryImpl())))
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void anApplicationWithoutRememberMeHasNothingToCheck() {
		Chains.standard().run((context) -> assertThatLooking(this.check, context).isNotApplicable());
		new WebApplicationContextRunner().run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
