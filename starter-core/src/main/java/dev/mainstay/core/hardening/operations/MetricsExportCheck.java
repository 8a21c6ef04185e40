package dev.mainstay.core.hardening.operations;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

/**
 * Metrics leave the process.
 */
final class MetricsExportCheck implements HardeningCheck {

	private static final String REGISTRY = "io.micrometer.core.instrument.MeterRegistry";

	/** Sends metrics of its own accord. */
	private static final String AGENT = "io.opentelemetry.javaagent.OpenTelemetryAgent";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("OBS-03", Group.OPERATIONS, Severity.HIGH)
		.title("Metrics are kept where somebody sees them")
		.why("""
				What is kept in memory only is lost with the process: nobody is alerted, and after an outage there \
				is nothing to look at.""")
		.source("Spring Boot reference, supported monitoring systems")
		.decides("""
				Looks for a bean that is a meter registry other than the simple one, also within composite ones, or \
				for the agent of OpenTelemetry. Only in production, as a desk has nothing to send metrics to.""")
		.fix("""
				<dependency>
				  <groupId>dev.mainstay</groupId>
				  <artifactId>mainstay-spring-boot-starter-observability</artifactId>
				</dependency>
				or another registry of Micrometer, and mainstay.telemetry.enabled must not be false""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (application.production() == null) {
			return Verdict.notApplicable("no sign of production");
		}
		if (application.hasClass(AGENT)) {
			return Verdict.pass();
		}
		if (!application.hasClass(REGISTRY)) {
			return Verdict.fail(Finding.of("there is no meter registry"));
		}
		return MeterRegistries.anyExports(application) ? Verdict.pass()
				: Verdict.fail(Finding.of("no meter registry exports: " + MeterRegistries.names(application)));
	}

}
