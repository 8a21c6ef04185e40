package dev.mainstay.core.hardening.input;

import dev.mainstay.core.hardening.web.Tomcats;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.security.web.firewall.DefaultHttpFirewall;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class StrictPathsCheckTests {

	private static final String PATH = "server.tomcat.relaxed-path-chars";

	private static final String QUERY = "server.tomcat.relaxed-query-chars";

	private final StrictPathsCheck check = new StrictPathsCheck();

	@Test
	void relaxedCharactersAreFoundWhetherTomcatIsStartedOrNot() {
		for (WebApplicationContextRunner runner : new WebApplicationContextRunner[] { Tomcats.started(),
				Tomcats.described() }) {
			runner.withPropertyValues(PATH + "=[,]", QUERY + "={,}")
				.run((context) -> assertThatLooking(this.check, context.getSourceApplicationContext())
					.fails(PATH + "=[,]", QUERY)
					.at("test"));
		}
	}

	@Test
	void connectorThatTheApplicationRelaxesIsFound() {
		Tomcats.started()
			.withBean(TomcatConnectorCustomizer.class,
					() -> (connector) -> connector.setProperty("relaxedQueryChars", "|"))
			.run((context) -> assertThatLooking(this.check, context.getSourceApplicationContext())
				.fails("lets | through"));
	}

	@Test
	void firewallThatIsNotStrictIsFound() {
		new WebApplicationContextRunner().withBean("loose", HttpFirewall.class, DefaultHttpFirewall::new)
			.run((context) -> assertThatLooking(this.check, context.getSourceApplicationContext())
				.fails("loose is a DefaultHttpFirewall"));
	}

	@Test
	void firewallThatLetsSemicolonsThroughIsFound() {
		StrictHttpFirewall firewall = new StrictHttpFirewall();
		firewall.setAllowSemicolon(true);
		new WebApplicationContextRunner().withBean("relaxed", HttpFirewall.class, () -> firewall)
			.run((context) -> assertThatLooking(this.check, context.getSourceApplicationContext())
				.fails("relaxed lets through"));
	}

	@Test
	void strictFirewallOfTheApplicationPasses() {
		StrictHttpFirewall firewall = new StrictHttpFirewall();
		firewall.setAllowedHostnames("shop.example"::equals);
		new WebApplicationContextRunner().withBean(HttpFirewall.class, () -> firewall)
			.run((context) -> assertThatLooking(this.check, context.getSourceApplicationContext()).passes());
	}

	@Test
	void tomcatAsItIsPasses() {
		Tomcats.started()
			.run((context) -> assertThatLooking(this.check, context.getSourceApplicationContext()).passes());
	}

	@Test
	void propertyThatNobodyReadsHasNothingToCheck() {
		new ApplicationContextRunner().withPropertyValues(PATH + "=[")
			.run((context) -> assertThatLooking(this.check, context.getSourceApplicationContext()).isNotApplicable());
	}

}
