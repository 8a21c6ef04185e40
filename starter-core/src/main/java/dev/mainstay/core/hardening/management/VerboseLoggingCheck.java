package dev.mainstay.core.hardening.management;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

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
 * A production should not log what is inside of requests and statements.
 */
final class VerboseLoggingCheck implements HardeningCheck {

	/** Those that write headers, bodies, statements, their values, or all there is. */
	private static final List<String> LOGGERS = List.of(LoggingSystem.ROOT_LOGGER_NAME, "org.springframework",
			"org.springframework.web", "org.springframework.security", "org.springframework.jdbc",
			"org.springframework.jdbc.core", "org.springframework.jdbc.core.StatementCreatorUtils",
			"org.springframework.web.client", "org.hibernate", "org.hibernate.SQL", "org.hibernate.orm.jdbc.bind",
			"org.hibernate.orm.jdbc.extract", "org.apache.hc.client5.http.wire", "org.apache.hc.client5.http.headers",
			"org.eclipse.jetty", "reactor.netty", "reactor.netty.http.client", "jdk.httpclient.HttpClient", "okhttp3");

	private static final CheckDescription DESCRIPTION = CheckDescription.of("DEV-06", Group.MANAGEMENT, Severity.HIGH)
		.title("No logger writes the inside of requests and statements in production")
		.why("""
				At these levels the log contains headers with tokens, bodies with personal data and the values of \
				SQL statements, and fills its disk when the load comes.""")
		.source("ASVS 5.0 13.4.2, 16.2.5")
		.decides("""
				In production, asks the logging system for the levels that are set of the root logger and those of \
				requests, security, SQL and HTTP clients, and looks at debug and trace. Loggers of the application \
				itself may say what they want. Not applicable without a sign of production.""")
		.fix("""
				debug=false
				logging.level.root=info
				logging.level.org.hibernate.SQL=info""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (application.production() == null) {
			return Verdict.notApplicable("no sign of production");
		}
		List<LoggingSystem> systems = application.beans(LoggingSystem.class);
		if (systems.isEmpty()) {
			return Verdict.unknown("no logging system to ask");
		}
		List<Finding> findings = new ArrayList<>(modes(application));
		systems.get(0)
			.getLoggerConfigurations()
			.stream()
			.filter((logger) -> LOGGERS.contains(logger.getName()) && isVerbose(logger.getConfiguredLevel()))
			.map((logger) -> finding(logger, application))
			.forEach(findings::add);
		return Verdict.of(findings);
	}

	/** Spring Boot takes anything but false for true. */
	private static List<Finding> modes(InspectedApplication application) {
		return Stream.of("debug", "trace").filter((mode) -> {
			String value = application.value(mode);
			return value != null && !value.equals("false");
		}).map(application::setting).toList();
	}

	private static Finding finding(LoggerConfiguration logger, InspectedApplication application) {
		String property = "logging.level." + logger.getName().toLowerCase(Locale.ROOT);
		return new Finding("the logger " + logger.getName() + " is at " + logger.getConfiguredLevel(),
				application.origin(property));
	}

	private static boolean isVerbose(@Nullable LogLevel level) {
		return level == LogLevel.DEBUG || level == LogLevel.TRACE;
	}

}
