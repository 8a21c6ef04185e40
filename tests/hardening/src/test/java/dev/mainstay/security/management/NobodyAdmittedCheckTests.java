package dev.mainstay.security.management;

import dev.mainstay.core.hardening.Chains;
import dev.mainstay.core.management.ManagementAccessPolicy;
import dev.mainstay.core.management.autoconfigure.ManagementGuardAutoConfiguration;
import dev.mainstay.security.management.autoconfigure.ManagementAccessAutoConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class NobodyAdmittedCheckTests {

	private static final String CLOSED = "mainstay.security.management.loopback=false";

	private static final String TOKEN = "mainstay.security.management.token=0123456789abcdef";

	private static final String FOUND = "no policy admits anybody to the guarded endpoints";

	private static final AutoConfigurations ACCESS = AutoConfigurations.of(ManagementGuardAutoConfiguration.class,
			ManagementAccessAutoConfiguration.class);

	private final NobodyAdmittedCheck check = new NobodyAdmittedCheck();

	private final WebApplicationContextRunner own = new WebApplicationContextRunner().withConfiguration(ACCESS);

	private final WebApplicationContextRunner runner = this.own
		.withInitializer((context) -> GuardedByDefault.in(context.getEnvironment()));

	@Test
	void aGuardThatAdmitsNobodyIsFound() {
		this.runner.withPropertyValues(CLOSED)
			.run((context) -> assertThatLooking(this.check, context).fails(FOUND).at("test"));
		new ReactiveWebApplicationContextRunner().withConfiguration(ACCESS)
			.withInitializer((context) -> GuardedByDefault.in(context.getEnvironment()))
			.withPropertyValues(CLOSED)
			.run((context) -> assertThatLooking(this.check, context).fails(FOUND));
	}

	@Test
	void anyWayInPasses() {
		this.runner.withPropertyValues(CLOSED, TOKEN).run((context) -> assertThatLooking(this.check, context).passes());
		this.runner.withPropertyValues(CLOSED, "mainstay.security.management.scrape-from=10.0.0.0/8")
			.run((context) -> assertThatLooking(this.check, context).passes());
		this.runner.withPropertyValues(CLOSED, "mainstay.security.management.scrape-from[0]=10.0.0.0/8")
			.run((context) -> assertThatLooking(this.check, context).passes());
		this.runner.withPropertyValues(CLOSED)
			.withBean("operators", ManagementAccessPolicy.class, () -> (call) -> false)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void whoHasARoleIsKnownToSpringSecurityOnly() {
		Chains.standard()
			.withConfiguration(ACCESS)
			.withInitializer((context) -> GuardedByDefault.in(context.getEnvironment()))
			.withPropertyValues(CLOSED)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void policiesOfALazyApplicationAreNotMissed() {
		this.runner.withPropertyValues(CLOSED)
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void whereTheGuardAdmitsThisMachineOrStandsInFrontOfNothingThereIsNothingToCheck() {
		this.runner.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
		this.own.withPropertyValues(CLOSED).run((context) -> assertThatLooking(this.check, context).isNotApplicable());
		new ApplicationContextRunner().run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
