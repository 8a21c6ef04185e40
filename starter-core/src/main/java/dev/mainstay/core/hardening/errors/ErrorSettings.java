package dev.mainstay.core.hardening.errors;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Verdict;

import org.springframework.boot.autoconfigure.web.ErrorProperties;
import org.springframework.boot.autoconfigure.web.WebProperties;

/**
 * What the answers to failures are set to include.
 *
 * @param application the application
 * @param answerer who answers
 */
record ErrorSettings(InspectedApplication application, Answerer answerer) {

	static final String PREFIX = "spring.web.error.";

	/** A tool of the development, or a file that only one profile reads. */
	private static final Pattern DESK = Pattern.compile("devtools|application-[\\w-]+\\.(properties|ya?ml)");

	static ErrorSettings of(InspectedApplication application) {
		return new ErrorSettings(application, Answerer.of(application));
	}

	Verdict look(Function<ErrorProperties, List<String>> included) {
		if (this.answerer == Answerer.NOBODY) {
			return Verdict.notApplicable("nothing answers failures but the container");
		}
		List<Finding> findings = this.application.beans(WebProperties.class)
			.stream()
			.map(WebProperties::getError)
			.flatMap((properties) -> included.apply(properties).stream())
			.map((property) -> this.application.setting(PREFIX + property))
			.filter((finding) -> !isOnDesk(this.application, finding))
			.toList();
		if (!findings.isEmpty() && this.answerer == Answerer.APPLICATION) {
			return Verdict.unknown("the application answers failures itself, and " + findings.get(0).evidence());
		}
		return this.answerer.tellsDetails(this.application) ? Verdict.of(findings) : Verdict.pass();
	}

	/** What the profile of a desk sets is nobody else's, unless it is a production's. */
	static boolean isOnDesk(InspectedApplication application, Finding finding) {
		return application.production() == null && finding.origin() != null && DESK.matcher(finding.origin()).find();
	}

}
