package dev.mainstay.core.hardening.secrets;

import dev.mainstay.core.hardening.PropertyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class ShippedSecretCheckTests {

	private static final String STRONG = "hE7kq" + "Zr29vTw";

	private final ShippedSecretCheck check = new ShippedSecretCheck();

	private final ApplicationContextRunner runner = new ApplicationContextRunner();

	private final ApplicationContextRunner production = this.runner
		.withPropertyValues("mainstay.hardening.production=true");

	@ParameterizedTest
	@ValueSource(strings = { "app.api-key", "app.apiKey", "app.jwt.secret", "app.jwt.key", "spring.datasource.password",
			"app.users[0].password", "app.clients.billing.access-token", "spring.security.oauth2.client-secret" })
	void whatIsNamedLikeASecretIsFoundWithItsLineAndWithoutItsValue(String name) {
		this.runner.withInitializer(PropertyFile.inside("app.name=orders", name + "=" + STRONG))
			.run((context) -> assertThatLooking(this.check, context)
				.fails("is set inside the application (12 characters)")
				.at("class path resource [application.properties] - 2:1"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.security.user.name=administrator", "app.token-validity=3600seconds",
			"app.admin.password-encoder=argon2id-strong", "app.prompt-tokens=128000000", "secret.key.enabled=true",
			"app.secret=true", "app.max-token=4096", "app.jwt.secret={cipher}0a1b2c3d4e5f", "app.token.ttl=36000000s",
			"app.password={bcrypt}$2a$10$abcdefghijklmnop", "app.api-key=${APP_API_KEY}", "app.api-key=",
			"spring.ssl.trust-store-type=PKCS12-long", "server.ssl.trust-store-password=not-secret-at-all",
			"app.csrf-token=X-CSRF-TOKEN", "app.routes.forgot-password=/forgot-password",
			"app.api-key=/run/secrets/api-key", "app.texts.password=Please enter it", "app.token=com.acme.TokenService",
			"app.public-key=MIIBIjANBgkqhkiG9w0BAQ", "app.api-key=vault:secret/orders#key" })
	void whatOnlyLooksLikeASecretPasses(String property) {
		this.production.withInitializer(PropertyFile.inside(property))
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void whatIsOverriddenOrSetOutsidePasses() {
		this.production.withInitializer(PropertyFile.outside("app.api-key=" + STRONG, "app.other.api-key=" + STRONG))
			.withInitializer(PropertyFile.inside("app.api-key=" + STRONG))
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void theDefaultOfAPlaceholderIsFoundUnlessSomethingFillsIt() {
		ApplicationContextRunner withDefault = this.runner
			.withInitializer(PropertyFile.inside("app.api-key=${API_KEY_OF_TEST:" + STRONG + "}"));
		withDefault.run((context) -> assertThatLooking(this.check, context).fails("app.api-key"));
		withDefault.withPropertyValues("API_KEY_OF_TEST=other")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void whatIsMadeForADeskIsFoundInProductionOnly() {
		String[] properties = { "app.jwt.secret=only-for-" + "tests-0123456789", "spring.datasource.password=" + STRONG,
				"spring.datasource.url=jdbc:postgresql://localhost:5432/orders", "spring.rabbitmq.password=guest" };
		this.runner.withInitializer(PropertyFile.inside(properties))
			.run((context) -> assertThatLooking(this.check, context).passes());
		this.production.withInitializer(PropertyFile.inside(properties))
			.run((context) -> assertThatLooking(this.check, context).fails("app.jwt.secret",
					"spring.datasource.password", "spring.rabbitmq.password"));
	}

	@Test
	void thePasswordOfAnEmbeddedDatabaseIsNone() {
		this.production
			.withInitializer(PropertyFile.inside("spring.datasource.url=jdbc:h2:mem:orders",
					"spring.datasource.password=" + STRONG))
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void theFileOfADevelopmentProfileIsForADesk() {
		this.runner.withInitializer(PropertyFile.named("application-local.yaml", "app.api-key=" + STRONG))
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

}
