package dev.mainstay.core.hardening.management;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class VerboseLoggingCheckTests {

	private static final String BIND = "org.hibernate.orm.jdbc.bind";

	private final VerboseLoggingCheck check = new VerboseLoggingCheck();

	private final LoggingSystem system = LoggingSystem.get(getClass().getClassLoader());

	private final LogLevel root = this.system.getLoggerConfiguration("ROOT").getConfiguredLevel();

	private final ApplicationContextRunner production;

	VerboseLoggingCheckTests() {
		this.system.setLogLevel("ROOT", LogLevel.INFO);
		this.production = new ApplicationContextRunner().withBean(LoggingSystem.class, () -> this.system)
			.withPropertyValues("mainstay.hardening.production=true");
	}

	@AfterEach
	void reset() {
		this.system.setLogLevel("ROOT", this.root);
		this.system.setLogLevel(BIND, null);
		this.system.setLogLevel("com.acme.orders", null);
	}

	@Test
	void aLoggerThatWritesTheValuesOfStatementsIsFoundWithItsPlace() {
		this.system.setLogLevel(BIND, LogLevel.TRACE);
		this.production.withPropertyValues("logging.level." + BIND + "=trace")
			.run((context) -> assertThatLooking(this.check, context).fails("the logger " + BIND + " is at TRACE")
				.at("test"));
	}

	@Test
	void aVerboseRootIsFoundOnce() {
		this.system.setLogLevel("ROOT", LogLevel.DEBUG);
		this.production.run((context) -> assertThatLooking(this.check, context).fails("the logger ROOT is at DEBUG"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "debug=true", "trace=true" })
	void aVerboseModeIsFound(String property) {
		this.production.withPropertyValues(property)
			.run((context) -> assertThatLooking(this.check, context).fails(property));
	}

	@Test
	void aLoggerOfTheApplicationAndQuietOnesPass() {
		this.system.setLogLevel("com.acme.orders", LogLevel.DEBUG);
		this.system.setLogLevel(BIND, LogLevel.INFO);
		this.production.withPropertyValues("debug=false")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aPropertyThatChangedNoLevelPasses() {
		this.production.withPropertyValues("logging.level." + BIND + "=trace")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aDeskIsNotApplicableAndAMissingSystemUnknown() {
		this.system.setLogLevel(BIND, LogLevel.TRACE);
		this.production.withPropertyValues("mainstay.hardening.production=false", "debug=true")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
		new ApplicationContextRunner().withPropertyValues("mainstay.hardening.production=true")
			.run((context) -> assertThatLooking(this.check, context).isUnknown());
	}

}
