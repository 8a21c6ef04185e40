package dev.mainstay.core.hardening.secrets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class WeakCredentialCheckTests {

	private static final String PASSWORD = "spring.datasource.password=";

	private final WeakCredentialCheck check = new WeakCredentialCheck();

	private final ApplicationContextRunner desk = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
		.withPropertyValues("spring.datasource.url=jdbc:postgresql://db/orders", "spring.datasource.username=ordersapp",
				"spring.datasource.driver-class-name=org.h2.Driver");

	private final ApplicationContextRunner runner = this.desk.withPropertyValues("mainstay.hardening.production=true");

	@ParameterizedTest
	@ValueSource(strings = { "postgres", "Password1", "change-me", "1234567890", "OrdersApp", "short7c", "secret123!",
			"aaaaaaaaaaaa" })
	void whatIsTriedFirstIsFoundWhereverItComesFrom(String password) {
		this.runner.withPropertyValues(PASSWORD + password)
			.run((context) -> assertThatLooking(this.check, context)
				.fails("spring.datasource.password is a default or easily guessed")
				.at("test"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "hE7kqZr29vTw", "correct-horse-battery", "testimonial-of-a-fox" })
	void anythingElsePasses(String password) {
		this.runner.withPropertyValues(PASSWORD + password)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aDeskMayHaveAny() {
		this.desk.withPropertyValues(PASSWORD + "postgres")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void thePasswordOfAnEmbeddedDatabaseIsNone() {
		this.runner.withPropertyValues("spring.datasource.url=jdbc:h2:mem:orders", PASSWORD + "password")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void aPasswordThatNothingUsesIsNone() {
		new ApplicationContextRunner()
			.withPropertyValues("mainstay.hardening.production=true", PASSWORD + "postgres",
					"spring.rabbitmq.password=guest")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void theUserOfSpringBootIsLookedAtUnlessItsPasswordIsAHash() {
		WebApplicationContextRunner web = new WebApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(SecurityAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class))
			.withPropertyValues("mainstay.hardening.production=true");
		web.withPropertyValues("spring.security.user.password={noop}" + "admin123")
			.run((context) -> assertThatLooking(this.check, context).fails("spring.security.user.password"));
		web.withPropertyValues("spring.security.user.password={bcrypt}$2a$10$abcdefghijk")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void theUserOfSpringBootIsNoneBesideUsersOfTheApplication() {
		new WebApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(SecurityAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class))
			.withBean(InMemoryUserDetailsManager.class)
			.withPropertyValues("mainstay.hardening.production=true",
					"spring.security.user.password={noop}" + "admin123")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
