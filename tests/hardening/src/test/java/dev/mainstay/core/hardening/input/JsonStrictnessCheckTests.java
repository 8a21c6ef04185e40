package dev.mainstay.core.hardening.input;

import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Rule;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class JsonStrictnessCheckTests {

	private static final String PRODUCTION = "mainstay.hardening.production=true";

	private final JsonStrictnessCheck check = new JsonStrictnessCheck();

	private final WebApplicationContextRunner runner = Stacks.servlet().withConfiguration(Stacks.MAINSTAY);

	@Test
	void rulesThatOnlyReportAreFoundInProductionWithTheirCounts() {
		this.runner.withPropertyValues(PRODUCTION).run((context) -> {
			Ladder ladder = context.getBean(Ladder.class);
			ladder.countRequest();
			ladder.rules()
				.stream()
				.filter((rule) -> rule.property().endsWith("unknown-properties"))
				.forEach((Rule rule) -> rule.broken("POST /orders"));
			assertThatLooking(this.check, context).fails("unknown-properties only reports: 1 of 1 requests",
					"duplicate-properties", "scalar-coercion", "enum-ordinals", "null-elements");
		});
	}

	@Test
	void rulesThatReportAreRightForADesk() {
		this.runner.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void ruleThatIsOffIsFoundOnADeskBesideThoseThatReport() {
		this.runner.withPropertyValues("mainstay.validation.null-elements=off")
			.run((context) -> assertThatLooking(this.check, context).fails("mainstay.validation.null-elements is off"));
	}

	@Test
	void oneRuleThatIsOffIsFoundWithItsPlace() {
		this.runner.withPropertyValues("mainstay.validation.strictness=strict", "mainstay.validation.null-elements=off")
			.run((context) -> assertThatLooking(this.check, context).fails("mainstay.validation.null-elements is off")
				.at("test"));
	}

	@Test
	void rulesThatAreEnforcedPass() {
		this.runner.withPropertyValues("mainstay.validation.strictness=strict")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void enforcingModePassesAndOtherRulesDoNotCount() {
		this.runner.withPropertyValues("mainstay.mode=enforce", "mainstay.validation.page-size=report")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void anApplicationWithoutTheRulesHasNothingToCheck() {
		Stacks.servlet().run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
