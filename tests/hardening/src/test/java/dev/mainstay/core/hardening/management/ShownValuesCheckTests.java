package dev.mainstay.core.hardening.management;

import dev.mainstay.core.hardening.PropertyFile;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;
import static dev.mainstay.core.hardening.management.ManagementRunners.EXPOSE;

class ShownValuesCheckTests {

	private static final String SHOWN = "management.endpoint.env.show-values=ALWAYS";

	private final ShownValuesCheck check = new ShownValuesCheck();

	private final WebApplicationContextRunner runner = ManagementRunners.servlet()
		.withPropertyValues(EXPOSE + "env,configprops");

	@Test
	void shownValuesOfAnExposedEndpointAreFoundWhoeverMayLogIn() {
		this.runner.withPropertyValues(SHOWN)
			.run((context) -> assertThatLooking(this.check, context).fails("env.show-values=ALWAYS").at("test"));
		ManagementRunners.secured()
			.withPropertyValues(EXPOSE + "env", SHOWN)
			.run((context) -> assertThatLooking(this.check, context).fails("env.show-values=ALWAYS"));
	}

	@Test
	void valuesForThoseWhoMayPass() {
		this.runner
			.withPropertyValues("management.endpoint.env.show-values=when-authorized",
					"management.endpoint.configprops.show-values=never")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void shownValuesThatAreNotExposedPass() {
		ManagementRunners.servlet()
			.withPropertyValues(EXPOSE + "health", SHOWN)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aFileForDevelopmentMayShowThem() {
		this.runner.withInitializer(PropertyFile.named("application-local.properties", SHOWN))
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void withoutEndpointsThereIsNothingToCheck() {
		new ApplicationContextRunner().withPropertyValues(SHOWN)
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
