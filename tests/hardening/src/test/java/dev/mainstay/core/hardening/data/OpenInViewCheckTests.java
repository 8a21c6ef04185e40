package dev.mainstay.core.hardening.data;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class OpenInViewCheckTests {

	private final OpenInViewCheck check = new OpenInViewCheck();

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class));

	@Test
	void whatBootDoesUnaskedIsFound() {
		this.runner
			.run((context) -> assertThatLooking(this.check, context).fails("spring.jpa.open-in-view is not set"));
	}

	@Test
	void whatIsSetIsFoundWithItsPlace() {
		this.runner.withPropertyValues("spring.jpa.open-in-view=true")
			.run((context) -> assertThatLooking(this.check, context).fails("spring.jpa.open-in-view=true").at("test"));
	}

	@Test
	void whatIsSwitchedOffPasses() {
		this.runner.withPropertyValues("spring.jpa.open-in-view=false")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void anApplicationWithoutJpaHasNothingToCheck() {
		new WebApplicationContextRunner().withPropertyValues("spring.jpa.open-in-view=true")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
