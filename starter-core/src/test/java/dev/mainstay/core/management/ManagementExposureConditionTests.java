package dev.mainstay.core.management;

import org.junit.jupiter.api.Test;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class ManagementExposureConditionTests {

	private final MockEnvironment environment = new MockEnvironment();

	private final ManagementExposureCondition condition = new ManagementExposureCondition();

	@Test
	void exposesWhereTheGuardCanWork() {
		assertThat(this.condition.matches(GuardedEndpoints.EXPOSURE, this.environment)).isTrue();
	}

	@Test
	void withholdsTheExposureWhereTheGuardIsSwitchedOff() {
		this.environment.setProperty("mainstay.security.management.enabled", "false");
		assertThat(this.condition.matches(GuardedEndpoints.EXPOSURE, this.environment)).isFalse();
	}

	@Test
	void leavesOtherDefaultsAlone() {
		this.environment.setProperty("mainstay.security.management.enabled", "false");
		assertThat(this.condition.matches("spring.reactor.context-propagation", this.environment)).isTrue();
	}

}
