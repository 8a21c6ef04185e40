package dev.mainstay.core.hardening.management;

import java.util.List;

import dev.mainstay.core.hardening.PropertyFile;
import dev.mainstay.core.management.GuardedEndpoints;
import dev.mainstay.core.management.ManagementGuard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;
import static dev.mainstay.core.hardening.management.ManagementRunners.EXPOSE;

class SensitiveEndpointsCheckTests {

	private final SensitiveEndpointsCheck check = new SensitiveEndpointsCheck();

	private final WebApplicationContextRunner everything = ManagementRunners.servlet().withPropertyValues(EXPOSE + "*");

	private final WebApplicationContextRunner secured = ManagementRunners.secured().withPropertyValues(EXPOSE + "*");

	@Test
	void whatIsExposedWithoutSpringSecurityAnswersAnybody() {
		this.everything
			.run((context) -> assertThatLooking(this.check, context)
				.fails("/actuator/beans answers anybody", "/actuator/configprops", "/actuator/env", "/actuator/loggers",
						"/actuator/threaddump")
				.at("test"));
	}

	@Test
	void whatSpringSecurityLetsThroughAnswersAnybody() {
		this.secured.withUserConfiguration(SecurityChains.Open.class)
			.withPropertyValues(EXPOSE + "env", "management.endpoints.web.base-path=/manage",
					"management.endpoints.web.path-mapping.env=settings")
			.run((context) -> assertThatLooking(this.check, context).fails("/manage/settings answers anybody"));
		this.secured.withUserConfiguration(SecurityChains.OpenPath.class)
			.withPropertyValues(EXPOSE + "env")
			.run((context) -> assertThatLooking(this.check, context).fails("/actuator/env answers anybody"));
	}

	@Test
	void whatSpringSecurityAsksForPasses() {
		this.secured.run((context) -> assertThatLooking(this.check, context).passes());
		this.secured.withUserConfiguration(SecurityChains.OwnForEndpoints.class)
			.run((context) -> assertThatLooking(this.check, context).passes());
		this.secured.withUserConfiguration(SecurityChains.OpenPath.class)
			.withPropertyValues("management.endpoints.web.base-path=/manage")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void harmlessOnesAndThoseWithoutAccessPass() {
		ManagementRunners.servlet()
			.withPropertyValues(EXPOSE + "health,info,scheduledtasks,env", "management.endpoint.env.access=NONE")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void whatTheGuardStandsInFrontOfPasses() {
		this.everything.withBean(ManagementGuard.class, () -> new ManagementGuard(new GuardedEndpoints(true), List::of))
			.run((context) -> assertThatLooking(this.check, context).passes());
		this.everything
			.withBean(ManagementGuard.class, () -> new ManagementGuard(new GuardedEndpoints(false), List::of))
			.withPropertyValues(EXPOSE + "env")
			.run((context) -> assertThatLooking(this.check, context).fails("/actuator/env"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "management.server.port=-1", "server.address=127.0.0.1",
			"management.server.port=9090,management.server.address=localhost" })
	void whatNobodyElseReachesIsNotApplicable(String properties) {
		this.everything.withPropertyValues(properties.split(","))
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void aProxyReachesTheAddressOfThisMachineInProduction() {
		this.everything
			.withPropertyValues("server.address=127.0.0.1", "mainstay.hardening.production=true", EXPOSE + "env")
			.run((context) -> assertThatLooking(this.check, context).fails("/actuator/env"));
	}

	@Test
	void whatAFileForDevelopmentExposesIsNotApplicableOutsideProduction() {
		WebApplicationContextRunner runner = ManagementRunners.servlet()
			.withInitializer(PropertyFile.named("application-dev.yml", EXPOSE + "env"));
		runner.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
		runner.withPropertyValues("mainstay.hardening.production=true")
			.run((context) -> assertThatLooking(this.check, context).fails("/actuator/env").at("application-dev.yml"));
	}

	@Test
	void whatSpringSecuritySaysOfWebFluxIsUnknown() {
		ManagementRunners.reactive()
			.withPropertyValues(EXPOSE + "env")
			.run((context) -> assertThatLooking(this.check, context).fails("/actuator/env"));
		ManagementRunners.reactive()
			.withUserConfiguration(SecurityChains.Reactive.class)
			.withPropertyValues(EXPOSE + "env")
			.run((context) -> assertThatLooking(this.check, context).isUnknown());
	}

	@Test
	void whatSpringSecurityLetsThroughToAPortOfItsOwnIsUnknown() {
		WebApplicationContextRunner separate = this.secured.withPropertyValues("management.server.port=9090");
		separate.run((context) -> assertThatLooking(this.check, context).passes());
		separate.withUserConfiguration(SecurityChains.Open.class)
			.run((context) -> assertThatLooking(this.check, context).isUnknown());
		this.everything.withPropertyValues("management.server.port=9090", EXPOSE + "env")
			.run((context) -> assertThatLooking(this.check, context).fails("/actuator/env"));
	}

	@Test
	void withoutEndpointsThereIsNothingToCheck() {
		new ApplicationContextRunner().withPropertyValues(EXPOSE + "*")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
