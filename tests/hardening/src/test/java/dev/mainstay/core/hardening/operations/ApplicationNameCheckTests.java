package dev.mainstay.core.hardening.operations;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class ApplicationNameCheckTests {

	private final ApplicationNameCheck check = new ApplicationNameCheck();

	private final ApplicationContextRunner runner = new ApplicationContextRunner();

	@Test
	void noNameIsFound() {
		this.runner
			.run((context) -> assertThatLooking(this.check, context).fails("spring.application.name is not set"));
	}

	@Test
	void aBlankNameIsFound() {
		this.runner.withPropertyValues("spring.application.name= ")
			.run((context) -> assertThatLooking(this.check, context).fails("spring.application.name="));
	}

	@Test
	void aNamePasses() {
		this.runner.withPropertyValues("spring.application.name=orders")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aNameFromElsewherePasses() {
		this.runner.withPropertyValues("service=orders", "spring.application.name=${service}")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

}
