package dev.mainstay.observability.masking.canary;

import java.util.function.Supplier;

import ch.qos.logback.classic.LoggerContext;
import dev.mainstay.core.hardening.Basis;
import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/**
 * A secret that is logged is masked in what is written.
 */
final class MaskingCanaryCheck implements HardeningCheck {

	private static final String LOGBACK = "ch.qos.logback.classic.LoggerContext";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("SEC-09", Group.SECRETS, Severity.HIGH)
		.basis(Basis.OBSERVATION)
		.title("A password that is logged does not get into the log")
		.why("""
				Masking that is on, but not in the appender that writes, masks nothing: with a Logback file of its \
				own an application writes passwords as before.""")
		.source("ASVS 5.0 16.2.5")
		.decides("""
				A probe: has each encoder of the appenders of Logback's root logger write an event with a made-up \
				password and the number of a card that nobody has, in its arguments, key-value pairs, context and \
				exception, and looks for them in what comes out, which goes nowhere. Unknown if no appender can be \
				asked. Only in production. Not applicable unless probes are on.""")
		.fix("""
				mainstay.logging.format=json
				or, in a Logback file of your own (docs/logging.md says more)
				<include resource="dev/mainstay/observability/logback/console-appender.xml"/>""");

	private final Supplier<ILoggerFactory> loggers;

	MaskingCanaryCheck() {
		this(LoggerFactory::getILoggerFactory);
	}

	MaskingCanaryCheck(Supplier<ILoggerFactory> loggers) {
		this.loggers = loggers;
	}

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (!application.isProbing()) {
			return Verdict.notApplicable("a probe: set mainstay.hardening.probes=true");
		}
		if (application.production() == null) {
			return Verdict.notApplicable("no sign of production");
		}
		ILoggerFactory factory = this.loggers.get();
		if (!application.hasClass(LOGBACK) || !(factory instanceof LoggerContext context)) {
			return Verdict.unknown("logs are not of Logback");
		}
		if (!LeakingAppenders.canBeFoundIn(context)) {
			return Verdict.unknown("no appender of the root logger has an encoder");
		}
		return Verdict.of(LeakingAppenders.in(context)
			.stream()
			.map((name) -> Finding.of("the appender " + name + " writes a password as it is"))
			.toList());
	}

}
