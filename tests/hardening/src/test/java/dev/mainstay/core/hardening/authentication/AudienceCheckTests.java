package dev.mainstay.core.hardening.authentication;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.ReactiveOAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class AudienceCheckTests {

	private static final String ISSUER = "spring.security.oauth2.resourceserver.jwt.issuer-uri=https://login.invalid";

	private static final String KEYS = "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=https://login.invalid/k";

	private static final String AUDIENCES = "spring.security.oauth2.resourceserver.jwt.audiences";

	private final AudienceCheck check = new AudienceCheck();

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(OAuth2ResourceServerAutoConfiguration.class));

	@Test
	void anIssuerWithoutAudienceIsFound() {
		this.runner.withPropertyValues(ISSUER)
			.run((context) -> assertThatLooking(this.check, context).fails(AUDIENCES + " is not set"));
	}

	@Test
	void anIssuerWithoutAudienceIsFoundOnTheReactiveStack() {
		new ReactiveWebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ReactiveOAuth2ResourceServerAutoConfiguration.class))
			.withPropertyValues(KEYS)
			.run((context) -> assertThatLooking(this.check, context).fails(AUDIENCES + " is not set"));
	}

	@Test
	void anAudiencePasses() {
		this.runner.withPropertyValues(KEYS, AUDIENCES + "=orders")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void anAudienceOfAListPasses() {
		this.runner.withPropertyValues(ISSUER, AUDIENCES + "[0]=orders")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aDecoderOfTheApplicationIsUnknown() {
		this.runner.withPropertyValues(ISSUER).withBean(JwtDecoder.class, () -> (token) -> {
			throw new IllegalStateException("not asked");
		}).run((context) -> assertThatLooking(this.check, context).isUnknown());
	}

	@Test
	void aValidatorOfTheApplicationIsUnknown() {
		this.runner.withPropertyValues(ISSUER)
			.withBean(OAuth2TokenValidator.class, JwtValidators::createDefault)
			.run((context) -> assertThatLooking(this.check, context).isUnknown());
	}

	@Test
	void anApplicationWithoutTokensHasNothingToCheck() {
		this.runner.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
		new WebApplicationContextRunner().withClassLoader(new FilteredClassLoader("org.springframework.security"))
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
