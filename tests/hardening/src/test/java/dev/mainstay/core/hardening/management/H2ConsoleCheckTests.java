package dev.mainstay.core.hardening.management;

import java.util.Map;

import dev.mainstay.core.hardening.PropertyFile;
import org.h2.server.web.JakartaWebServlet;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.h2console.autoconfigure.H2ConsoleAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.core.env.MapPropertySource;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class H2ConsoleCheckTests {

	private static final String ENABLED = "spring.h2.console.enabled=true";

	private final H2ConsoleCheck check = new H2ConsoleCheck();

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(H2ConsoleAutoConfiguration.class));

	@Test
	void aConsoleThatTheApplicationSwitchesOnIsFound() {
		this.runner.withInitializer(PropertyFile.inside(ENABLED))
			.run((context) -> assertThatLooking(this.check, context).fails("the console of H2 is served")
				.at("[application.properties] - 1:1"));
	}

	@Test
	void aConsoleThatSomebodyRegistersIsFound() {
		new WebApplicationContextRunner()
			.withBean(ServletRegistrationBean.class,
					() -> new ServletRegistrationBean<>(new JakartaWebServlet(), "/db/*"))
			.run((context) -> assertThatLooking(this.check, context).fails("the console of H2 is served"));
	}

	@Test
	void aConsoleOfADeskIsFoundInProductionOrIfOthersMayCallIt() {
		WebApplicationContextRunner desk = this.runner
			.withInitializer(PropertyFile.named("application-dev.properties", ENABLED));
		desk.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
		desk.withPropertyValues("mainstay.hardening.production=true")
			.run((context) -> assertThatLooking(this.check, context).fails("the console of H2 is served"));
		desk.withPropertyValues("spring.h2.console.settings.web-allow-others=true")
			.run((context) -> assertThatLooking(this.check, context).fails("to other machines, too"));
	}

	@Test
	void whatDevtoolsSwitchOnIsForADesk() {
		this.runner
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addLast(new MapPropertySource("devtools", Map.of("spring.h2.console.enabled", "true"))))
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void withoutTheServletItPasses() {
		this.runner.run((context) -> assertThatLooking(this.check, context).passes());
		this.runner.withPropertyValues("spring.h2.console.enabled=false")
			.run((context) -> assertThatLooking(this.check, context).passes());
		new ApplicationContextRunner().withPropertyValues(ENABLED)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

}
