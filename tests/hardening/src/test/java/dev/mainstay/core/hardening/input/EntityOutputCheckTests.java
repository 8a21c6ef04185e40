package dev.mainstay.core.hardening.input;

import com.example.shop.EntityHandlers.Answering;
import com.example.shop.EntityHandlers.Pages;
import com.example.shop.EntityHandlers.Views;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class EntityOutputCheckTests {

	private final EntityOutputCheck check = new EntityOutputCheck();

	private final WebApplicationContextRunner runner = Stacks.servlet();

	@Test
	void entityIsFoundWhateverCarriesIt() {
		this.runner.withBean(Answering.class)
			.run((context) -> assertThatLooking(this.check, context)
				.fails("Answering#aOne answers with the entity Order", "Answering#bResponse", "Answering#cPage"));
	}

	@Test
	void viewsOfAnEntityPass() {
		this.runner.withBean(Views.class).run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void modelOfAPagePasses() {
		this.runner.withBean(Pages.class).run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void anApplicationWithoutHandlersHasNothingToCheck() {
		new ApplicationContextRunner().withBean(Answering.class)
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
