package dev.mainstay.core.hardening.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggerConfiguration;
import org.springframework.boot.logging.LoggingSystem;

/**
 * The log of a production should not have SQL in it, nor the values that go with it.
 */
final class SqlLoggingCheck implements HardeningCheck {

	/** Those that write values, with the level at which they do. */
	private static final List<String> VALUES = List.of("org.hibernate.orm.jdbc.bind", "org.hibernate.orm.jdbc.extract",
			"org.hibernate.type.descriptor.sql", "org.springframework.jdbc.core.StatementCreatorUtils");

	private static final CheckDescription DESCRIPTION = CheckDescription.of("DB-09", Group.DATA, Severity.MEDIUM)
		.title("SQL and its values are not logged")
		.why("""
				The values are the data: names, addresses and tokens go into the log, where they are kept longer and \
				read by more people. And show-sql writes to the console past the log, with no level to turn \
				down.""")
		.source("ASVS 5.0 16.2.5")
		.decides("""
				Reads hibernate.show_sql as each entity manager factory runs with it, and the levels of the loggers \
				that write values. Asked for in production only; not applicable without a data source.""")
		.fix("""
				spring.jpa.show-sql=false
				logging.level.org.hibernate.orm.jdbc.bind=warn
				logging.level.org.springframework.jdbc.core=warn""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (application.production() == null) {
			return Verdict.notApplicable("no sign of production");
		}
		if (!application.declares("javax.sql.DataSource")) {
			return Verdict.notApplicable("no data source");
		}
		List<Finding> findings = new ArrayList<>();
		for (Object factory : application.beans("jakarta.persistence.EntityManagerFactory")) {
			if ("true".equalsIgnoreCase(BeanState.entry(factory, "properties", "hibernate.show_sql"))) {
				findings.add(new Finding("hibernate.show_sql=true", application.origin("spring.jpa.show-sql")));
			}
		}
		List<LoggingSystem> systems = application.beans(LoggingSystem.class);
		systems.forEach((system) -> addLoggers(system, application, findings));
		boolean unseen = findings.isEmpty() && systems.isEmpty();
		return unseen ? Verdict.unknown("the levels of the log cannot be seen") : Verdict.of(findings);
	}

	private static void addLoggers(LoggingSystem system, InspectedApplication application, List<Finding> findings) {
		for (String logger : VALUES) {
			if (level(system, logger) == LogLevel.TRACE) {
				String setting = application.origin("logging.level." + logger.toLowerCase(Locale.ROOT));
				findings.add(new Finding("logger " + logger + " is at TRACE and writes the values", setting));
			}
		}
	}

	private static @Nullable LogLevel level(LoggingSystem system, String logger) {
		LoggerConfiguration configuration = system.getLoggerConfiguration(logger);
		return (configuration != null) ? configuration.getLevelConfiguration().getLevel() : null;
	}

}
