package dev.mainstay.core.hardening.input;

import com.example.shop.PagedHandlers.Errors;
import com.example.shop.PagedHandlers.Open;
import com.example.shop.PagedHandlers.Restricted;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class UnrestrictedVerbsCheckTests {

	private final UnrestrictedVerbsCheck check = new UnrestrictedVerbsCheck();

	private final WebApplicationContextRunner runner = Stacks.servlet();

	@Test
	void handlerThatTakesEveryMethodIsFound() {
		this.runner.withBean(Open.class)
			.run((context) -> assertThatLooking(this.check, context)
				.fails("Open#anything takes every request method at /anything"));
	}

	@Test
	void methodThatTheClassNamesPasses() {
		this.runner.withBean(Restricted.class).run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void errorControllerHasToTakeAll() {
		this.runner.withBean(Errors.class).run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void anApplicationWithoutHandlersHasNothingToCheck() {
		new ApplicationContextRunner().withBean(Open.class)
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
