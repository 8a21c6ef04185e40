package dev.mainstay.core.hardening.operations;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.health.DataSourceHealthContributorAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.web.servlet.DispatcherServlet;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class ProbesCheckTests {

	private static final String LIVENESS = "management.endpoint.health.group.liveness.include=";

	private static final String READINESS = "management.endpoint.health.group.readiness.include=";

	private final ProbesCheck check = new ProbesCheck();

	private final WebApplicationContextRunner web = new WebApplicationContextRunner().withBean(DispatcherServlet.class);

	private final WebApplicationContextRunner runner = this.web
		.withConfiguration(AutoConfigurations.of(ApplicationAvailabilityAutoConfiguration.class,
				HealthContributorAutoConfiguration.class, HealthContributorRegistryAutoConfiguration.class,
				HealthEndpointAutoConfiguration.class, AvailabilityProbesAutoConfiguration.class,
				DataSourceAutoConfiguration.class, DataSourceHealthContributorAutoConfiguration.class));

	@Test
	void probesThatAreSwitchedOffAreFound() {
		String property = "management.endpoint.health.probes.enabled=false";
		this.runner.withPropertyValues(property)
			.run((context) -> assertThatLooking(this.check, context).fails(property).at("test"));
	}

	@Test
	void aDatabaseInTheLivenessIsFound() {
		this.runner.withPropertyValues(LIVENESS + "livenessState,db")
			.run((context) -> assertThatLooking(this.check, context).fails("liveness includes db").at("test"));
	}

	@Test
	void everythingInTheLivenessIsFoundByWhatCallsOthers() {
		this.runner.withPropertyValues(LIVENESS + "*")
			.run((context) -> assertThatLooking(this.check, context).fails("liveness includes db"));
	}

	@Test
	void aReadinessWithoutItsStateIsFound() {
		this.runner.withPropertyValues(READINESS + "db")
			.run((context) -> assertThatLooking(this.check, context).fails("readiness does not include"));
	}

	@Test
	void noHealthEndpointInProductionIsFound() {
		this.web.withPropertyValues("spring.profiles.active=prod")
			.run((context) -> assertThatLooking(this.check, context).fails("no health endpoint"));
	}

	@Test
	void whatBootDoesUnaskedPasses() {
		this.runner.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aDatabaseInTheReadinessPasses() {
		this.runner.withPropertyValues(READINESS + "readinessState,db")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void anIndicatorOfTheApplicationInTheLivenessPasses() {
		this.runner.withBean("deadlock", HealthIndicator.class, () -> () -> Health.up().build())
			.withPropertyValues(LIVENESS + "livenessState,deadlock,ping")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void groupsThatTheApplicationMadeItselfPass() {
		this.runner
			.withPropertyValues("management.endpoint.health.probes.enabled=false",
					"management.endpoint.health.group.live.include=ping",
					"management.endpoint.health.group.ready.include=db")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aDeskMayLackTheEndpoint() {
		this.web.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void aJobIsNotProbed() {
		new ApplicationContextRunner().withPropertyValues("spring.profiles.active=prod")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
