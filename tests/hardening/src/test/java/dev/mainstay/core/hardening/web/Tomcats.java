package dev.mainstay.core.hardening.web;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;

/**
 * Applications with an embedded Tomcat.
 */
public final class Tomcats {

	private Tomcats() {
	}

	/**
	 * One that is started on a free port.
	 * @return its runner
	 */
	public static WebApplicationContextRunner started() {
		return new WebApplicationContextRunner(AnnotationConfigServletWebServerApplicationContext::new)
			.withConfiguration(AutoConfigurations.of(TomcatServletWebServerAutoConfiguration.class))
			.withPropertyValues("server.port=0");
	}

	/**
	 * One that is not started, as in a test without a server.
	 * @return its runner
	 */
	public static WebApplicationContextRunner described() {
		return new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(TomcatServletWebServerAutoConfiguration.class));
	}

}
