package dev.mainstay.core.hardening.input;

import com.example.shop.EntityHandlers.Mapped;
import com.example.shop.EntityHandlers.Pages;
import com.example.shop.EntityHandlers.Reading;
import com.example.shop.EntityHandlers.Views;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class EntityInputCheckTests {

	private final EntityInputCheck check = new EntityInputCheck();

	private final WebApplicationContextRunner runner = Stacks.servlet();

	@Test
	void entityInABodyOrAFormIsFound() {
		this.runner.withBean(Reading.class)
			.run((context) -> assertThatLooking(this.check, context).fails("Reading#aBody reads the entity Order",
					"Reading#bList", "Reading#cForm"));
	}

	@Test
	void whatAMappingFileStoresIsFound() {
		this.runner
			.withConfiguration(
					AutoConfigurations.of(DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class))
			.withPropertyValues("spring.jpa.mapping-resources=com/example/shop/customer.xml")
			.withBean(Mapped.class)
			.run((context) -> assertThatLooking(this.check, context).fails("Mapped#change reads the entity Customer"));
	}

	@Test
	void sameClassThatNobodyStoresPasses() {
		this.runner.withBean(Mapped.class).run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void searchFormPathAndRecordsPass() {
		this.runner.withBean(Views.class).run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void formWhoseControllerListsTheFieldsPasses() {
		this.runner.withBean(Pages.class).run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void anApplicationWithoutHandlersHasNothingToCheck() {
		new ApplicationContextRunner().withBean(Reading.class)
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
