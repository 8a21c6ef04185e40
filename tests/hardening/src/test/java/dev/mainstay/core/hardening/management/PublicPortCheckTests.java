package dev.mainstay.core.hardening.management;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;
import static dev.mainstay.core.hardening.management.ManagementRunners.EXPOSE;

class PublicPortCheckTests {

	private static final String PRODUCTION = "mainstay.hardening.production=true";

	private final PublicPortCheck check = new PublicPortCheck();

	private final WebApplicationContextRunner runner = ManagementRunners.servlet()
		.withPropertyValues(EXPOSE + "health,info,env,scheduledtasks", PRODUCTION);

	@Test
	void whatThePublicPortTellsIsFound() {
		this.runner.run((context) -> assertThatLooking(this.check, context)
			.fails("/actuator/scheduledtasks answers anybody on the port of the application"));
	}

	@Test
	void healthAndInfoPass() {
		this.runner.withPropertyValues(EXPOSE + "health,info")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void whatSpringSecurityAsksForPasses() {
		ManagementRunners.secured()
			.withPropertyValues(EXPOSE + "scheduledtasks", PRODUCTION)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aPortOfItsOwnOrADeskIsNotApplicable() {
		this.runner.withPropertyValues("management.server.port=9090")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
		this.runner.withPropertyValues("mainstay.hardening.production=false")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
