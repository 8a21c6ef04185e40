package dev.mainstay.core.hardening.input;

import dev.mainstay.core.hardening.web.Tomcats;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class RequestSizeCheckTests {

	private final RequestSizeCheck check = new RequestSizeCheck();

	@Test
	void eachLimitThatIsTakenAwayIsFound() {
		for (WebApplicationContextRunner runner : new WebApplicationContextRunner[] { Tomcats.started(),
				Tomcats.described() }) {
			runner
				.withPropertyValues("server.max-http-request-header-size=64KB", "server.tomcat.max-parameter-count=-1",
						"server.tomcat.max-part-count=500", "server.tomcat.max-swallow-size=-1")
				.run((context) -> assertThatLooking(this.check, context.getSourceApplicationContext())
					.fails("header-size=64KB", "parameter-count=-1", "part-count=500", "swallow-size=-1")
					.at("test"));
		}
	}

	@Test
	void connectorThatTheApplicationOpensIsFound() {
		Tomcats.started()
			.withUserConfiguration(Opened.class)
			.run((context) -> assertThatLooking(this.check, context.getSourceApplicationContext()).fails("100000"));
	}

	@Test
	void largerHeadersWithinReasonPass() {
		Tomcats.started()
			.withPropertyValues("server.max-http-request-header-size=16KB", "server.tomcat.max-parameter-count=500")
			.run((context) -> assertThatLooking(this.check, context.getSourceApplicationContext()).passes());
	}

	@Test
	void tomcatAsItIsPasses() {
		Tomcats.described()
			.run((context) -> assertThatLooking(this.check, context.getSourceApplicationContext()).passes());
	}

	@Test
	void otherServersHaveNothingToCheck() {
		new WebApplicationContextRunner().withPropertyValues("server.tomcat.max-parameter-count=-1")
			.run((context) -> assertThatLooking(this.check, context.getSourceApplicationContext()).isNotApplicable());
	}

	@Configuration(proxyBeanMethods = false)
	static class Opened {

		@Bean
		WebServerFactoryCustomizer<TomcatServletWebServerFactory> opened() {
			return (factory) -> factory.addConnectorCustomizers((connector) -> connector.setMaxParameterCount(100000));
		}

	}

}
