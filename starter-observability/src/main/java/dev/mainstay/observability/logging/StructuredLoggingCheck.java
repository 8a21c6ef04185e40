package dev.mainstay.observability.logging;

import java.util.List;
import java.util.function.Supplier;

import ch.qos.logback.classic.LoggerContext;
import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/**
 * Log lines are written for machines.
 */
final class StructuredLoggingCheck implements HardeningCheck {

	private static final String FORMAT = "logging.structured.format.console";

	private static final String LOGBACK = "ch.qos.logback.classic.LoggerContext";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("OBS-01", Group.OPERATIONS, Severity.MEDIUM)
		.title("Log lines are structured")
		.why("""
				Text has to be taken apart by patterns that miss stack traces and everything new: what is not \
				found in an outage was as good as not logged. A line break in a value makes a line of its own.""")
		.source("ASVS 5.0 16.2.4")
		.decides("""
				Looks at the appenders of Logback's root logger: fails if all of them write text by a pattern. Only \
				in production, and not where somebody reads along on a terminal.""")
		.fix("""
				mainstay.logging.format=json
				or, in a Logback file of your own (docs/logging.md says more)
				<include resource="dev/mainstay/observability/logback/console-appender.xml"/>""");

	private final Supplier<ILoggerFactory> loggers;

	StructuredLoggingCheck() {
		this(LoggerFactory::getILoggerFactory);
	}

	StructuredLoggingCheck(Supplier<ILoggerFactory> loggers) {
		this.loggers = loggers;
	}

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (application.production() == null) {
			return Verdict.notApplicable("no sign of production");
		}
		FeatureStatus status = status(application);
		if (status != null && status.state() == FeatureState.NOT_APPLICABLE) {
			return Verdict.notApplicable("standard output is a terminal");
		}
		ILoggerFactory factory = this.loggers.get();
		if (!application.hasClass(LOGBACK) || !(factory instanceof LoggerContext context)) {
			return (application.value(FORMAT) != null) ? Verdict.pass() : Verdict.unknown("logs are not of Logback");
		}
		List<String> text = TextAppenders.ifNothingElse(context);
		String reason = (status != null && status.reason() != null) ? " (" + status.reason() + ")" : "";
		return Verdict
			.of(text.stream().map((name) -> Finding.of("the appender " + name + " writes text" + reason)).toList());
	}

	private static @Nullable FeatureStatus status(InspectedApplication application) {
		return application.beans(FeatureStatus.class)
			.stream()
			.filter((status) -> status.feature().equals("logging"))
			.findFirst()
			.orElse(null);
	}

}
