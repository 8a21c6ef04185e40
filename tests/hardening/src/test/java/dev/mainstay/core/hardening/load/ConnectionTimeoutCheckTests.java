package dev.mainstay.core.hardening.load;

import dev.mainstay.core.hardening.web.Tomcats;
import org.apache.coyote.AbstractProtocol;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class ConnectionTimeoutCheckTests {

	private static final String PROPERTY = "server.tomcat.connection-timeout";

	private static final String PRODUCTION = "mainstay.hardening.production=true";

	private final ConnectionTimeoutCheck check = new ConnectionTimeoutCheck();

	@Test
	void whatTomcatDoesUnaskedIsFoundInProduction() {
		Tomcats.started()
			.withPropertyValues(PRODUCTION)
			.run((context) -> assertThatLooking(this.check, context.getSourceApplicationContext()).fails("waits 60 s"));
		Tomcats.described()
			.withPropertyValues(PRODUCTION)
			.run((context) -> assertThatLooking(this.check, context.getSourceApplicationContext())
				.fails(PROPERTY + " is not set"));
	}

	@Test
	void whatTomcatDoesUnaskedIsNoMatterOnADesk() {
		Tomcats.started()
			.run((context) -> assertThatLooking(this.check, context.getSourceApplicationContext()).isNotApplicable());
		Tomcats.described()
			.run((context) -> assertThatLooking(this.check, context.getSourceApplicationContext()).isNotApplicable());
	}

	@Test
	void timeoutThatCodeMakesLongerIsFoundOnADesk() {
		Tomcats.started()
			.withBean(TomcatConnectorCustomizer.class,
					() -> (connector) -> ((AbstractProtocol<?>) connector.getProtocolHandler())
						.setConnectionTimeout(90000))
			.run((context) -> assertThatLooking(this.check, context.getSourceApplicationContext()).fails("waits 90 s"));
	}

	@Test
	void timeoutThatIsTooLongIsFoundWithItsPlace() {
		Tomcats.described()
			.withPropertyValues(PROPERTY + "=2m")
			.run((context) -> assertThatLooking(this.check, context.getSourceApplicationContext())
				.fails("waits 120 s: " + PROPERTY + "=2m")
				.at("test"));
	}

	@Test
	void shortTimeoutPasses() {
		Tomcats.started()
			.withPropertyValues(PROPERTY + "=10s")
			.run((context) -> assertThatLooking(this.check, context.getSourceApplicationContext()).passes());
	}

	@Test
	void timeoutThatTheApplicationSetsByCodePasses() {
		Tomcats.started()
			.withBean(TomcatConnectorCustomizer.class,
					() -> (connector) -> ((AbstractProtocol<?>) connector.getProtocolHandler())
						.setConnectionTimeout(5000))
			.run((context) -> assertThatLooking(this.check, context.getSourceApplicationContext()).passes());
	}

	@Test
	void anApplicationWithoutTomcatHasNothingToCheck() {
		new WebApplicationContextRunner()
			.run((context) -> assertThatLooking(this.check, context.getSourceApplicationContext()).isNotApplicable());
	}

}
