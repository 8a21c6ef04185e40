package dev.mainstay.core.hardening.operations;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class GracefulShutdownCheckTests {

	private static final String TIMEOUT = "spring.lifecycle.timeout-per-shutdown-phase=";

	private final GracefulShutdownCheck check = new GracefulShutdownCheck();

	private final WebApplicationContextRunner desk = new WebApplicationContextRunner(
			AnnotationConfigServletWebServerApplicationContext::new)
		.withConfiguration(AutoConfigurations.of(TomcatServletWebServerAutoConfiguration.class))
		.withPropertyValues("server.port=0");

	private final WebApplicationContextRunner production = this.desk.withPropertyValues("spring.profiles.active=prod");

	@Test
	void aStopAtOnceIsFound() {
		this.production.withPropertyValues("server.shutdown=immediate")
			.run((context) -> assertThatLooking(this.check, context).fails("server.shutdown=immediate").at("test"));
	}

	@Test
	void aServerBuiltByHandIsFound() {
		this.desk.withPropertyValues("mainstay.hardening.production=true")
			.withInitializer((context) -> context.getBeanFactory().addBeanPostProcessor(new StopsAtOnce()))
			.run((context) -> assertThatLooking(this.check, context).fails("server.shutdown is not set"));
	}

	@Test
	void noTimeToStopIsFound() {
		this.production.withPropertyValues(TIMEOUT + "0s")
			.run((context) -> assertThatLooking(this.check, context).fails(TIMEOUT + "0s"));
	}

	@Test
	void whatBootDoesUnaskedPasses() {
		this.production.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aLongOrShortTimePasses() {
		this.production.withPropertyValues(TIMEOUT + "90s")
			.run((context) -> assertThatLooking(this.check, context).passes());
		this.production.withPropertyValues(TIMEOUT + "5000")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aDeskMayStopAtOnce() {
		this.desk.withPropertyValues("server.shutdown=immediate")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void anApplicationWithoutServerHasNothingToStop() {
		new WebApplicationContextRunner().withPropertyValues("spring.profiles.active=prod", "server.shutdown=immediate")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	private static final class StopsAtOnce implements BeanPostProcessor {

		@Override
		public Object postProcessAfterInitialization(Object bean, String name) {
			if (bean instanceof TomcatServletWebServerFactory factory) {
				factory.setShutdown(Shutdown.IMMEDIATE);
			}
			return bean;
		}

	}

}
