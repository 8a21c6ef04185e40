package dev.mainstay.core.hardening.errors;

import java.util.ArrayList;
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
 * An answer should not repeat what an exception says.
 */
final class ErrorDetailsCheck implements HardeningCheck {

	private static final CheckDescription DESCRIPTION = CheckDescription.of("ERR-02", Group.ERRORS, Severity.HIGH)
		.title("Answers do not repeat what an exception says")
		.why("""
				The message of an exception is written for its developer: it holds SQL, paths, hosts and the values \
				of others. Its class tells what the service is made of.""")
		.source("ASVS 5.0 16.5.1")
		.decides("""
				Looks at what the answers of Boot, or of Mainstay in its place, always include; Mainstay never \
				includes Boot's list of binding errors. What devtools or the file of a profile sets counts only in \
				production. Unknown if the application answers failures itself.""")
		.fix("""
				spring.web.error.include-message=never
				spring.web.error.include-binding-errors=never
				spring.web.error.include-exception=false""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		ErrorSettings settings = ErrorSettings.of(application);
		boolean listsErrors = settings.answerer() != Answerer.MAINSTAY
				|| !application.isTrue("mainstay.problem.enabled", true);
		return settings.look((properties) -> included(properties, listsErrors));
	}

	private static List<String> included(ErrorProperties properties, boolean listsErrors) {
		List<String> included = new ArrayList<>();
		if (properties.getIncludeMessage() == IncludeAttribute.ALWAYS) {
			included.add("include-message");
		}
		if (listsErrors && properties.getIncludeBindingErrors() == IncludeAttribute.ALWAYS) {
			included.add("include-binding-errors");
		}
		if (properties.isIncludeException()) {
			included.add("include-exception");
		}
		return included;
	}

}
