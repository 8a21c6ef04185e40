package dev.mainstay.core.hardening.authentication;

import com.example.shop.CatalogueController;
import com.example.shop.PickyController;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;
import static dev.mainstay.core.hardening.VerdictAssert.assertThatProbing;

class ReachableHandlersCheckTests {

	private final ReachableHandlersCheck check = new ReachableHandlersCheck();

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(WebMvcAutoConfiguration.class, DispatcherServletAutoConfiguration.class));

	@Test
	void aProbeListsWhatIsOpenWithoutAChain() {
		this.runner.withUserConfiguration(CatalogueController.class, PickyController.class)
			.run((context) -> assertThatProbing(this.check, context).passesSeeing("GET /articles", "GET /codes",
					"POST /imports"));
	}

	@Test
	void withoutHandlersThereIsNoList() {
		this.runner.run((context) -> assertThatProbing(this.check, context).isNotApplicable());
	}

	@Test
	void withoutProbesThereIsNoList() {
		this.runner.withUserConfiguration(CatalogueController.class)
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
