package dev.mainstay.observability.masking;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class MaskingCheckTests {

	private static final String OFF = "mainstay.masking.enabled=false";

	private final MaskingCheck check = new MaskingCheck();

	private final ApplicationContextRunner desk = new ApplicationContextRunner();

	private final ApplicationContextRunner production = this.desk.withPropertyValues("spring.profiles.active=prod");

	@Test
	void maskingThatIsSwitchedOffIsFound() {
		this.production.withPropertyValues(OFF)
			.run((context) -> assertThatLooking(this.check, context).fails(OFF).at("test"));
	}

	@Test
	void whatNobodyHasSwitchedPasses() {
		this.production.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void furtherKeysPass() {
		this.production.withPropertyValues("mainstay.masking.enabled=true", "mainstay.masking.keys=iban")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aDeskMayShowItsSecrets() {
		this.desk.withPropertyValues(OFF).run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void withoutMainstayThereIsNoMasking() {
		this.production.withPropertyValues(OFF, "mainstay.enabled=false")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
