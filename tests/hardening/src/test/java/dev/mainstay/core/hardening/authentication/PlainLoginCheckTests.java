package dev.mainstay.core.hardening.authentication;

import dev.mainstay.core.hardening.Chains;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.Customizer;
import reactor.core.publisher.Mono;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class PlainLoginCheckTests {

	private static final String PRODUCTION = "mainstay.hardening.production=true";

	private final PlainLoginCheck check = new PlainLoginCheck();

	@Test
	void aLoginWithoutTlsIsFound() {
		Chains.standard()
			.withPropertyValues(PRODUCTION)
			.run((context) -> assertThatLooking(this.check, context).fails("takes passwords"));
	}

	@Test
	void basicOnTheReactiveStackIsFound() {
		new ReactiveWebApplicationContextRunner().withPropertyValues(PRODUCTION)
			.withConfiguration(AutoConfigurations.of(WebFluxAutoConfiguration.class, SecurityAutoConfiguration.class,
					ReactiveWebSecurityAutoConfiguration.class))
			.withBean(ReactiveAuthenticationManager.class, () -> Mono::just)
			.run((context) -> assertThatLooking(this.check, context).fails("takes passwords"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "server.forward-headers-strategy=native", "server.ssl.bundle=web",
			"server.address=127.0.0.1", "spring.main.cloud-platform=kubernetes" })
	void aSignOfTlsPasses(String property) {
		Chains.standard()
			.withPropertyValues(PRODUCTION, property)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aCertificateThatIsSwitchedOffIsNoSign() {
		Chains.standard()
			.withPropertyValues(PRODUCTION, "server.ssl.bundle=web", "server.ssl.enabled=false")
			.run((context) -> assertThatLooking(this.check, context).fails("takes passwords"));
	}

	@Test
	void aChainThatAsksForTlsPasses() {
		Chains.with((http) -> http.httpBasic(Customizer.withDefaults()).redirectToHttps(Customizer.withDefaults()))
			.withPropertyValues(PRODUCTION)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aDeskHasNothingToCheck() {
		Chains.standard().run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void aChainWithoutPasswordsHasNothingToCheck() {
		Chains.with(Customizer.withDefaults())
			.withPropertyValues(PRODUCTION)
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
		new WebApplicationContextRunner().withPropertyValues(PRODUCTION)
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
