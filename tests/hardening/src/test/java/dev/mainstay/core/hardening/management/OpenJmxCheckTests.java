package dev.mainstay.core.hardening.management;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class OpenJmxCheckTests {

	private static final String PORT = "com.sun.management.jmxremote.port=9010";

	private static final String OPEN = "com.sun.management.jmxremote.authenticate=false";

	private final OpenJmxCheck check = new OpenJmxCheck();

	private final ApplicationContextRunner desk = new ApplicationContextRunner()
		.withPropertyValues("spring.jmx.enabled=true", "management.endpoints.jmx.exposure.include=*");

	private final ApplicationContextRunner production = this.desk
		.withPropertyValues("mainstay.hardening.production=true");

	@Test
	void aPortThatAsksNobodyIsFound() {
		this.production.withSystemProperties(PORT, OPEN)
			.run((context) -> assertThatLooking(this.check, context)
				.fails("the JMX port 9010 asks nobody who they are, with the beans of Spring Boot")
				.at("com.sun.management.jmxremote.authenticate"));
	}

	@Test
	void aPortThatAsksAsTheJvmDoesByItselfPasses() {
		this.production.withSystemProperties(PORT).run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aPortOfThisMachinePasses() {
		this.production.withSystemProperties(PORT, OPEN, "com.sun.management.jmxremote.host=127.0.0.1")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void withoutAPortOrOnADeskThereIsNothingToCheck() {
		this.production.withPropertyValues(PORT, OPEN)
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
		this.desk.withSystemProperties(PORT, OPEN)
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
