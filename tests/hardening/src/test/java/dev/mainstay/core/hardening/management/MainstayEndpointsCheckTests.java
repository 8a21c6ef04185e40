package dev.mainstay.core.hardening.management;

import java.util.List;

import dev.mainstay.core.management.GuardedEndpoints;
import dev.mainstay.core.management.ManagementGuard;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;
import static dev.mainstay.core.hardening.management.ManagementRunners.EXPOSE;

class MainstayEndpointsCheckTests {

	private final MainstayEndpointsCheck check = new MainstayEndpointsCheck();

	private final WebApplicationContextRunner runner = ManagementRunners.servlet()
		.withBean(MainstayEndpoint.class)
		.withPropertyValues(EXPOSE + "health,mainstay");

	@Test
	void whatTheGuardDoesNotStandInFrontOfIsFound() {
		this.runner.run((context) -> assertThatLooking(this.check, context)
			.fails("/actuator/mainstay answers anybody: the list is your own"));
		this.runner.withPropertyValues("mainstay.security.management.enabled=false")
			.run((context) -> assertThatLooking(this.check, context)
				.fails("/actuator/mainstay answers anybody: the guard is switched off"));
	}

	@Test
	void whatTheGuardStandsInFrontOfPasses() {
		this.runner.withBean(ManagementGuard.class, () -> new ManagementGuard(new GuardedEndpoints(true), List::of))
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void whatSpringSecurityAsksForPasses() {
		ManagementRunners.secured()
			.withBean(MainstayEndpoint.class)
			.withPropertyValues(EXPOSE + "mainstay")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void whatIsNotExposedPasses() {
		this.runner.withPropertyValues(EXPOSE + "health", "mainstay.security.management.enabled=false")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void withoutEndpointsThereIsNothingToCheck() {
		new ApplicationContextRunner().run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Endpoint(id = "mainstay")
	static final class MainstayEndpoint {

		@ReadOperation
		public String read() {
			return "on";
		}

	}

}
