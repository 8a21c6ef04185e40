package dev.mainstay.core.hardening.errors;

import java.util.List;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

import org.springframework.boot.autoconfigure.web.ErrorProperties;
import org.springframework.boot.autoconfigure.web.ErrorProperties.IncludeAttribute;

/**
 * An answer should hold no stack trace, not even for those who ask for it.
 */
final class StackTraceCheck implements HardeningCheck {

	private static final String PROPERTY = "include-stacktrace";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("ERR-01", Group.ERRORS, Severity.BLOCKER)
		.title("Answers hold no stack traces")
		.why("""
				A stack trace names the libraries, classes and often the data of the service: whoever looks for a way \
				in gets the map with each failure. With "on-param" everybody gets it who adds ?trace to the request.""")
		.source("ASVS 5.0 16.5.1, 13.4.2")
		.decides("""
				Looks at what the answers of Boot, or of Mainstay in its place, are set to include. What devtools or \
				the file of a profile sets counts only in production. Unknown if the application answers failures \
				itself.""")
		.fix(ErrorSettings.PREFIX + PROPERTY + "=never");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		return ErrorSettings.of(application).look(StackTraceCheck::included);
	}

	private static List<String> included(ErrorProperties properties) {
		return (properties.getIncludeStacktrace() != IncludeAttribute.NEVER) ? List.of(PROPERTY) : List.of();
	}

}
