package dev.mainstay.core.hardening.operations;

import java.util.ArrayList;
import java.util.List;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.web.server.AbstractConfigurableWebServerFactory;
import org.springframework.boot.web.server.Shutdown;

/**
 * A server that stops finishes what it has begun.
 */
final class GracefulShutdownCheck implements HardeningCheck {

	private static final String FACTORY = "org.springframework.boot.web.server.AbstractConfigurableWebServerFactory";

	private static final String TIMEOUT = "spring.lifecycle.timeout-per-shutdown-phase";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("OPS-01", Group.OPERATIONS, Severity.HIGH)
		.title("A server that stops answers the requests that it has")
		.why("""
				Each deployment breaks the requests that are under way: the client sees a closed connection and \
				cannot tell whether its order was taken.""")
		.source("Spring Boot reference, graceful shutdown")
		.decides("""
				Asks the embedded server how it stops, and whether it is given any time for that. Only in \
				production, as a quick stop is welcome on a desk. Not applicable without an embedded server.""")
		.fix("server.shutdown=graceful\n" + TIMEOUT + "=30s");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (!application.declares(FACTORY)) {
			return Verdict.notApplicable("no embedded server");
		}
		if (application.production() == null) {
			return Verdict.notApplicable("no sign of production");
		}
		List<Finding> findings = new ArrayList<>();
		if (Servers.stopAtOnce(application)) {
			findings.add(application.setting("server.shutdown"));
		}
		if (hasNoTime(application.value(TIMEOUT))) {
			findings.add(application.setting(TIMEOUT));
		}
		return Verdict.of(findings);
	}

	private static boolean hasNoTime(@Nullable String timeout) {
		return timeout != null && DurationStyle.detectAndParse(timeout.strip()).toMillis() < 1000;
	}

	/** Reached only where there is a server. */
	private static final class Servers {

		static boolean stopAtOnce(InspectedApplication application) {
			return application.beans(AbstractConfigurableWebServerFactory.class)
				.stream()
				.anyMatch((factory) -> factory.getShutdown() == Shutdown.IMMEDIATE);
		}

	}

}
