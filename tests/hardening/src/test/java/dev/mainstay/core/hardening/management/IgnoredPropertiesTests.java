package dev.mainstay.core.hardening.management;

import java.util.Map;

import dev.mainstay.core.hardening.PropertyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

/**
 * Tests for {@link IgnoredProtectionCheck} and {@link IgnoredSettingCheck}, which share
 * the properties among them.
 */
class IgnoredPropertiesTests {

	private final IgnoredProtectionCheck protection = new IgnoredProtectionCheck();

	private final IgnoredSettingCheck setting = new IgnoredSettingCheck();

	private final ApplicationContextRunner runner = new ApplicationContextRunner();

	@Test
	void aRemovedPropertyAboutErrorsIsFoundWithItsReplacementAndLine() {
		this.runner.withInitializer(PropertyFile.inside("app.name=orders", "server.error.include-stacktrace=never"))
			.run((context) -> {
				assertThatLooking(this.protection, context)
					.fails("server.error.include-stacktrace is ignored; it is now spring.web.error.include-stacktrace")
					.at("[application.properties] - 2:1");
				assertThatLooking(this.setting, context).passes();
			});
	}

	@Test
	void aRemovedPropertyAboutAnythingElseIsLessBad() {
		this.runner.withInitializer(PropertyFile.inside("logging.file=orders.log")).run((context) -> {
			assertThatLooking(this.setting, context).fails("logging.file is ignored; it is now logging.file.name");
			assertThatLooking(this.protection, context).passes();
		});
	}

	@Test
	void aVariableOfTheEnvironmentCounts() {
		this.runner
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new SystemEnvironmentPropertySource("variables-systemEnvironment",
						Map.of("SERVER_ERROR_INCLUDE_MESSAGE", "never"))))
			.run((context) -> assertThatLooking(this.protection, context).fails("server.error.include-message"));
	}

	@Test
	void whoAlsoSetsWhatIsReadPasses() {
		this.runner
			.withPropertyValues("server.error.include-stacktrace=never", "spring.web.error.include-stacktrace=never",
					"logging.file.name=orders.log", "logging.file.path=/var/log")
			.run((context) -> {
				assertThatLooking(this.protection, context).passes();
				assertThatLooking(this.setting, context).passes();
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.web.error.include-stacktrace=never", "app.server.error.include-stacktrace=never",
			"server.error.of-my-own=never", "spring.jpa.open-in-view=false", "server.port=0" })
	void whatIsReadOrSomebodysOwnPasses(String property) {
		this.runner.withPropertyValues(property).run((context) -> {
			assertThatLooking(this.protection, context).passes();
			assertThatLooking(this.setting, context).passes();
		});
	}

}
