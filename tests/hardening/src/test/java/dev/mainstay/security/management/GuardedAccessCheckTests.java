package dev.mainstay.security.management;

import dev.mainstay.core.management.GuardedEndpoints;
import dev.mainstay.core.management.autoconfigure.ManagementGuardAutoConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class GuardedAccessCheckTests {

	private static final String DEFAULT = "management.endpoints.access.default=";

	private final GuardedAccessCheck check = new GuardedAccessCheck();

	private final WebApplicationContextRunner bare = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(EndpointAutoConfiguration.class, WebEndpointAutoConfiguration.class))
		.withBean(KeysEndpoint.class);

	private final WebApplicationContextRunner runner = this.bare
		.withConfiguration(AutoConfigurations.of(ManagementGuardAutoConfiguration.class));

	private final WebApplicationContextRunner guarded = this.runner
		.withInitializer((context) -> GuardedByDefault.in(context.getEnvironment()));

	@Test
	void whatIsOpenedWithoutItsNameIsFound() {
		this.guarded.withPropertyValues(DEFAULT + "UNRESTRICTED")
			.run((context) -> assertThatLooking(this.check, context).fails(
					"management.endpoints.access.default=unrestricted lets every caller who is admitted change something by keys")
				.at("test"));
		this.guarded.withPropertyValues("management.endpoint.keys.access=READ_ONLY", DEFAULT + "UNRESTRICTED")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void whatIsNamedIsMeant() {
		this.guarded.withPropertyValues("management.endpoint.keys.access=UNRESTRICTED", DEFAULT + "UNRESTRICTED")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void whatSpringBootKeepsReadOnlyIsNotOpenedByTheGuard() {
		this.guarded.withPropertyValues("mainstay.security.management.access=UNRESTRICTED")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void endpointsThatTheGuardDoesNotStandInFrontOfAreOthersBusiness() {
		this.runner.withPropertyValues(DEFAULT + "UNRESTRICTED", GuardedEndpoints.EXPOSURE + "=keys")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
		this.bare.withPropertyValues(DEFAULT + "UNRESTRICTED")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
		new ApplicationContextRunner().run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void whatABeanOfTheApplicationAllowsIsMeant() {
		this.bare.withBean(GuardedEndpoints.class, () -> new GuardedEndpoints(true, "keys"::equals))
			.withPropertyValues(GuardedEndpoints.EXPOSURE + "=keys", "management.endpoint.keys.access=READ_ONLY")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Endpoint(id = "keys", defaultAccess = Access.READ_ONLY)
	static final class KeysEndpoint {

		@ReadOperation
		public String read() {
			return "a key";
		}

		@DeleteOperation
		public void delete() {
		}

	}

}
