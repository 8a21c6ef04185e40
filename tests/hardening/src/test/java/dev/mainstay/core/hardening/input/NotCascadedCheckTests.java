package dev.mainstay.core.hardening.input;

import com.example.shop.ValidationHandlers.Careful;
import com.example.shop.ValidationHandlers.Forgetful;
import com.example.shop.ValidationHandlers.Shallow;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class NotCascadedCheckTests {

	private final NotCascadedCheck check = new NotCascadedCheck();

	private final WebApplicationContextRunner runner = Stacks.servlet();

	@Test
	void propertyThatHoldsConstrainedObjectsIsFoundAndAnEntityIsNot() {
		this.runner.withBean(Shallow.class)
			.run((context) -> assertThatLooking(this.check, context)
				.fails("Basket.items has no @Valid, read by Shallow#basket"));
	}

	@Test
	void ruleThatIsEnforcedMendsIt() {
		this.runner.withConfiguration(Stacks.MAINSTAY)
			.withPropertyValues("mainstay.validation.strictness=strict")
			.withBean(Shallow.class)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void propertyThatCascadesPasses() {
		this.runner.withBean(Careful.class).run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void parameterThatForgetsIsNotAProperty() {
		this.runner.withBean(Forgetful.class).run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void anApplicationWithoutAValidatorHasNothingToCheck() {
		new ApplicationContextRunner().withBean(Shallow.class)
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
