package dev.mainstay.core.hardening.management;

import java.util.Properties;

import org.junit.jupiter.api.Test;

import org.springframework.boot.info.GitProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;
import static dev.mainstay.core.hardening.management.ManagementRunners.EXPOSE;

class PublicInfoCheckTests {

	private static final String SECRET = "info.partner.api-key=hE7k" + "qZr29vTw";

	private static final String ENABLED = "management.info.env.enabled=true";

	private static final String FULL = "management.info.git.mode=full";

	private final PublicInfoCheck check = new PublicInfoCheck();

	private final WebApplicationContextRunner runner = ManagementRunners.servlet()
		.withPropertyValues(EXPOSE + "health,info", "info.app.name=orders", "info.app.token-validity=5m");

	@Test
	void aSecretThatEverybodyIsToldIsFound() {
		this.runner.withPropertyValues(ENABLED, SECRET)
			.run((context) -> assertThatLooking(this.check, context).fails("info.partner.api-key is told to anybody"));
	}

	@Test
	void theFullInformationOfGitIsFoundIfThereIsAny() {
		WebApplicationContextRunner full = this.runner.withPropertyValues(FULL);
		full.run((context) -> assertThatLooking(this.check, context).passes());
		full.withBean(GitProperties.class, () -> new GitProperties(new Properties()))
			.run((context) -> assertThatLooking(this.check, context).fails(FULL));
	}

	@Test
	void whatIsNotToldPasses() {
		this.runner.withPropertyValues(SECRET).run((context) -> assertThatLooking(this.check, context).passes());
		this.runner.withPropertyValues(ENABLED).run((context) -> assertThatLooking(this.check, context).passes());
		this.runner.withPropertyValues(ENABLED, SECRET, EXPOSE + "health")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void whomSpringSecurityLetsThroughMattersOnlyIfThereIsASecret() {
		ReactiveWebApplicationContextRunner reactive = ManagementRunners.reactive()
			.withUserConfiguration(SecurityChains.Reactive.class)
			.withPropertyValues(EXPOSE + "info", ENABLED);
		reactive.run((context) -> assertThatLooking(this.check, context).passes());
		reactive.withPropertyValues(SECRET).run((context) -> assertThatLooking(this.check, context).isUnknown());
	}

	@Test
	void withoutEndpointsThereIsNothingToCheck() {
		new ApplicationContextRunner().withPropertyValues(ENABLED, SECRET)
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
