package dev.mainstay.core.hardening.management;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class DevelopmentProfileCheckTests {

	private static final String KUBERNETES = "spring.main.cloud-platform=kubernetes";

	private final DevelopmentProfileCheck check = new DevelopmentProfileCheck();

	private final ApplicationContextRunner runner = new ApplicationContextRunner();

	@ParameterizedTest
	@ValueSource(strings = { "prod,dev", "live,test", "production,Local" })
	void aProfileOfDevelopersBesideTheOneOfProductionIsFound(String profiles) {
		withProfiles(profiles).run((context) -> assertThatLooking(this.check, context)
			.fails("the profile " + profiles.split(",")[1] + " is active, with profile " + profiles.split(",")[0]));
	}

	@Test
	void theProfileOfADeskOnAPlatformIsFound() {
		withProfiles("local").withPropertyValues(KUBERNETES)
			.run((context) -> assertThatLooking(this.check, context).fails("the profile local is active"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "prod", "prod,developer-portal", "prod,test-results", "prod,localization" })
	void otherProfilesPass(String profiles) {
		withProfiles(profiles).run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aClusterToDevelopInPasses() {
		withProfiles("dev").withPropertyValues(KUBERNETES)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void onADeskThereIsNothingToCheck() {
		withProfiles("dev").run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	private ApplicationContextRunner withProfiles(String profiles) {
		return this.runner
			.withInitializer((context) -> context.getEnvironment().setActiveProfiles(profiles.split(",")));
	}

}
