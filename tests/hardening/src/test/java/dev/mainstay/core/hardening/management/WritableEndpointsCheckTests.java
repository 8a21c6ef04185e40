package dev.mainstay.core.hardening.management;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;
import static dev.mainstay.core.hardening.management.ManagementRunners.EXPOSE;

class WritableEndpointsCheckTests {

	private final WritableEndpointsCheck check = new WritableEndpointsCheck();

	private final WebApplicationContextRunner runner = ManagementRunners.servlet()
		.withPropertyValues(EXPOSE + "loggers,env,health");

	@Test
	void anOperationThatWritesIsFound() {
		this.runner.run((context) -> assertThatLooking(this.check, context)
			.fails("/actuator/loggers lets anybody change something"));
	}

	@Test
	void readOnlyEndpointsPass() {
		this.runner.withPropertyValues("management.endpoints.access.max-permitted=READ_ONLY")
			.run((context) -> assertThatLooking(this.check, context).passes());
		this.runner.withPropertyValues("management.endpoint.loggers.access=READ_ONLY")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void operationsThatSpringSecurityAsksForPass() {
		ManagementRunners.secured()
			.withPropertyValues(EXPOSE + "loggers")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void withoutEndpointsThereIsNothingToCheck() {
		new ApplicationContextRunner().run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
