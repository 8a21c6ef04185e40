package dev.mainstay.core.hardening.input;

import com.example.shop.PagedHandlers.Open;
import com.example.shop.PagedHandlers.Paged;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.autoconfigure.web.DataWebAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.data.web.config.PageableHandlerMethodArgumentResolverCustomizer;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class PageSizeCheckTests {

	private static final String PROPERTY = "spring.data.web.pageable.max-page-size";

	private final PageSizeCheck check = new PageSizeCheck();

	private final WebApplicationContextRunner runner = Stacks.servlet()
		.withConfiguration(AutoConfigurations.of(DataWebAutoConfiguration.class));

	private final WebApplicationContextRunner paged = this.runner.withBean(Paged.class);

	@Test
	void whatSpringDataDoesUnaskedIsFound() {
		this.paged.run((context) -> assertThatLooking(this.check, context)
			.fails("a page may have 2000 elements: " + PROPERTY + " is not set"));
	}

	@Test
	void ruleThatOnlyReportsMendsNothing() {
		this.paged.withConfiguration(Stacks.MAINSTAY)
			.withPropertyValues(PROPERTY + "=500")
			.run((context) -> assertThatLooking(this.check, context).fails("500 elements").at("test"));
	}

	@Test
	void smallPagesPass() {
		this.paged.withPropertyValues(PROPERTY + "=50")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void limitThatTheApplicationSetsByCodePasses() {
		this.paged
			.withBean("own", PageableHandlerMethodArgumentResolverCustomizer.class,
					() -> (resolver) -> resolver.setMaxPageSize(20))
			.withPropertyValues("spring.main.allow-bean-definition-overriding=true")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void ruleThatIsEnforcedMendsIt() {
		this.paged.withConfiguration(Stacks.MAINSTAY)
			.withPropertyValues("mainstay.validation.page-size=enforce")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void anApplicationThatTakesNoPagesHasNothingToCheck() {
		this.runner.withBean(Open.class)
			.withPropertyValues(PROPERTY + "=100000")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
