package dev.mainstay.core.hardening.errors;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.web.servlet.DispatcherServlet;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class RequestDetailsCheckTests {

	private static final String SERVLET = "spring.mvc.log-request-details";

	private static final String CODECS = "spring.http.codecs.log-request-details";

	private final RequestDetailsCheck check = new RequestDetailsCheck();

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DispatcherServletAutoConfiguration.class));

	@Test
	void whatIsSetIsFoundWithItsPlace() {
		this.runner.withConfiguration(AutoConfigurations.of(CodecsAutoConfiguration.class))
			.withPropertyValues(SERVLET + "=true", CODECS + "=true")
			.run((context) -> assertThatLooking(this.check, context).fails(SERVLET, CODECS).at("test"));
	}

	@Test
	void servletThatTheApplicationHasBuiltIsFound() {
		this.runner.withUserConfiguration(OwnServlet.class)
			.run((context) -> assertThatLooking(this.check, context).fails("DispatcherServlet"));
	}

	@Test
	void debugOfTheSecurityIsFound() {
		this.runner.withUserConfiguration(Debugged.class)
			.run((context) -> assertThatLooking(this.check, context).fails("debug = true"));
	}

	@Test
	void securityWithoutDebugPasses() {
		this.runner.withUserConfiguration(Guarded.class)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void settingThatNobodyReadsPasses() {
		this.runner.withPropertyValues(CODECS + "=true", SERVLET + "=false")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void anApplicationThatReadsNoRequestsHasNothingToCheck() {
		new ApplicationContextRunner().withPropertyValues(SERVLET + "=true")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnServlet {

		@Bean
		DispatcherServlet dispatcherServlet() {
			DispatcherServlet servlet = new DispatcherServlet();
			servlet.setEnableLoggingRequestDetails(true);
			return servlet;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebSecurity(debug = true)
	static class Debugged {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebSecurity
	static class Guarded {

	}

}
