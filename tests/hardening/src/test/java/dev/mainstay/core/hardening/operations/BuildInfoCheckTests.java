package dev.mainstay.core.hardening.operations;

import java.util.Properties;

import org.junit.jupiter.api.Test;

import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.info.GitProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class BuildInfoCheckTests {

	private final BuildInfoCheck check = new BuildInfoCheck();

	private final ApplicationContextRunner desk = new ApplicationContextRunner();

	private final ApplicationContextRunner production = this.desk.withPropertyValues("spring.profiles.active=prod");

	@Test
	void aBuildThatDoesNotKnowItselfIsFound() {
		this.production.run((context) -> assertThatLooking(this.check, context).fails("build-info.properties"));
	}

	@Test
	void buildInformationPasses() {
		this.production.withBean(BuildProperties.class, new Properties())
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void gitInformationPasses() {
		this.production.withBean(GitProperties.class, new Properties())
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aDeskHasNoBuild() {
		this.desk.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
