package dev.mainstay.core.hardening.operations;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

import org.springframework.util.StringUtils;

/**
 * A service has a name.
 */
final class ApplicationNameCheck implements HardeningCheck {

	private static final String PROPERTY = "spring.application.name";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("OPS-09", Group.OPERATIONS, Severity.LOW)
		.title("The service has a name")
		.why("""
				Log lines, traces and metrics carry the name of the service. Without one, those of all nameless \
				services are mixed up.""")
		.source("Spring Boot reference, application properties")
		.decides("Reads " + PROPERTY + ".")
		.fix(PROPERTY + "=orders");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		return StringUtils.hasText(application.value(PROPERTY)) ? Verdict.pass()
				: Verdict.fail(application.setting(PROPERTY));
	}

}
