package dev.mainstay.core.hardening.management;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;
import static dev.mainstay.core.hardening.management.ManagementRunners.EXPOSE;

class HealthDetailsCheckTests {

	private static final String SHOWN = "management.endpoint.health.show-details=always";

	private final HealthDetailsCheck check = new HealthDetailsCheck();

	private final WebApplicationContextRunner runner = ManagementRunners.servlet();

	@Test
	void detailsForThePublicAreFound() {
		this.runner.withPropertyValues(SHOWN)
			.run((context) -> assertThatLooking(this.check, context).fails("/actuator/health shows details to anybody")
				.at("test"));
	}

	@Test
	void detailsOfAGroupAreFound() {
		this.runner
			.withPropertyValues("management.endpoint.health.group.all.include=*",
					"management.endpoint.health.group.all.show-details=always")
			.run((context) -> assertThatLooking(this.check, context)
				.fails("/actuator/health shows details to anybody"));
	}

	@Test
	void detailsForThoseWhoMayPass() {
		this.runner.run((context) -> assertThatLooking(this.check, context).passes());
		this.runner.withPropertyValues("management.endpoint.health.show-details=when-authorized")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aHealthThatIsNotExposedIsNotApplicable() {
		this.runner.withPropertyValues(SHOWN, EXPOSE + "info")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@ParameterizedTest
	@ValueSource(strings = { "management.server.port=9090", "management.server.port=-1", "server.address=localhost" })
	void aHealthThatThePublicDoesNotReachIsNotApplicable(String property) {
		this.runner.withPropertyValues(SHOWN, property)
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void withoutEndpointsThereIsNothingToCheck() {
		new ApplicationContextRunner().withPropertyValues(SHOWN)
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
