package dev.mainstay.core.hardening.data;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class SqlLoggingCheckTests {

	private static final String PRODUCTION = "mainstay.hardening.production=true";

	private static final String BIND = "org.hibernate.orm.jdbc.bind";

	private final SqlLoggingCheck check = new SqlLoggingCheck();

	private final LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());

	private final ApplicationContextRunner desk = new ApplicationContextRunner()
		.withBean(LoggingSystem.class, () -> this.logging)
		.withConfiguration(
				AutoConfigurations.of(DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class));

	private final ApplicationContextRunner production = this.desk.withPropertyValues(PRODUCTION);

	@AfterEach
	void setBack() {
		List.of(BIND, "org.hibernate.SQL").forEach((logger) -> this.logging.setLogLevel(logger, null));
	}

	@Test
	void sqlOnTheConsoleIsFoundWithItsPlace() {
		this.production.withPropertyValues("spring.jpa.show-sql=true")
			.run((context) -> assertThatLooking(this.check, context).fails("hibernate.show_sql=true").at("test"));
	}

	@Test
	void aLoggerThatWritesValuesIsFound() {
		this.logging.setLogLevel(BIND, LogLevel.TRACE);
		this.production.run((context) -> assertThatLooking(this.check, context).fails("logger " + BIND));
	}

	@Test
	void aLoggerBelowItsLevelPasses() {
		this.logging.setLogLevel(BIND, LogLevel.DEBUG);
		this.production.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void statementsWithoutValuesPass() {
		this.logging.setLogLevel("org.hibernate.SQL", LogLevel.TRACE);
		this.production.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void onADeskItIsNothingToFind() {
		this.desk.withPropertyValues("spring.jpa.show-sql=true")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void anApplicationWithoutDataSourceHasNothingToCheck() {
		new ApplicationContextRunner().withPropertyValues(PRODUCTION, "spring.jpa.show-sql=true")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void withoutTheLoggingSystemItIsUnknown() {
		new ApplicationContextRunner().withPropertyValues(PRODUCTION)
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
			.run((context) -> assertThatLooking(this.check, context).isUnknown());
	}

}
