package dev.mainstay.core.hardening.input;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class BodyLimitCheckTests {

	private static final String SIZE = "mainstay.validation.limits.body-size";

	private static final String RULE = "mainstay.validation.large-body";

	private final BodyLimitCheck check = new BodyLimitCheck();

	private final WebApplicationContextRunner runner = Stacks.servlet().withConfiguration(Stacks.MAINSTAY);

	@Test
	void limitThatIsTakenAwayIsFoundWithItsPlace() {
		this.runner.withPropertyValues(SIZE + "=-1")
			.run((context) -> assertThatLooking(this.check, context).fails(SIZE + "=-1").at("test"));
	}

	@Test
	void limitThatIsSwitchedOffIsFound() {
		this.runner.withPropertyValues("mainstay.validation.enabled=false")
			.run((context) -> assertThatLooking(this.check, context).fails("mainstay.validation.enabled=false"));
	}

	@Test
	void largeBodiesThatNobodyIsToldOfAreFound() {
		this.runner.withPropertyValues(RULE + "=off")
			.run((context) -> assertThatLooking(this.check, context).fails(RULE + "=off"));
		this.runner.withPropertyValues("mainstay.validation.limits.large-body=40MB")
			.run((context) -> assertThatLooking(this.check, context).fails("nobody is told"));
	}

	@Test
	void serviceThatKnowsItsBodiesToBeLargerPasses() {
		this.runner.withPropertyValues("mainstay.validation.limits.large-body=20MB")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void whatMainstayDoesUnaskedPasses() {
		this.runner.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void largerLimitPassesWhereTheRuleRefusesBefore() {
		this.runner.withPropertyValues(SIZE + "=100MB", RULE + "=enforce")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void smallLimitPassesWithoutTheRule() {
		this.runner.withPropertyValues(SIZE + "=5MB", RULE + "=off")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void codecsHaveTheirOwnLimit() {
		Stacks.reactive().run((context) -> assertThatLooking(this.check, context).passes());
		Stacks.reactive()
			.withPropertyValues("spring.http.codecs.max-in-memory-size=-1")
			.run((context) -> assertThatLooking(this.check, context).fails("limits no bodies"));
	}

	@Test
	void anApplicationWithoutWebHasNothingToCheck() {
		new ApplicationContextRunner().withPropertyValues(SIZE + "=-1")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
