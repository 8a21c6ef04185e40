package dev.mainstay.core.hardening.browser;

import java.util.ArrayList;
import java.util.List;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

/**
 * Only files that are meant to be shown should be shown.
 */
final class StaticLocationsCheck implements HardeningCheck {

	private static final String PROPERTY = "spring.web.resources.static-locations";

	private static final String SERVLET = "org.springframework.web.servlet.resource.ResourceHttpRequestHandler";

	private static final String REACTIVE = "org.springframework.web.reactive.resource.ResourceWebHandler";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("WEB-02", Group.BROWSER, Severity.HIGH)
		.title("Only files that are meant to be shown are served")
		.why("""
				Whoever asks for /application.properties or for a class gets it: the passwords of the service, and its \
				program.""")
		.source("ASVS 5.0 13.4.3 and 13.4.7")
		.decides("""
				Looks at the places from which files are served: the whole class path or its configuration, the file \
				system from its root, and the home of the user or the directory of the service, or one above. Not \
				applicable if no files are served.""")
		.fix(PROPERTY + "=classpath:/static/");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		List<ServedPlace> places = new ArrayList<>();
		if (application.hasClass("jakarta.servlet.Filter") && application.hasClass(SERVLET)) {
			places.addAll(ServletResources.of(application));
		}
		if (application.hasClass(REACTIVE)) {
			places.addAll(ReactiveResources.of(application));
		}
		if (places.isEmpty()) {
			return Verdict.notApplicable("no files are served");
		}
		return Verdict.of(places.stream()
			.filter(ServedPlace::isTooMuch)
			.map((place) -> new Finding(place.pattern() + " serves " + place.location().getDescription(),
					application.origin(PROPERTY)))
			.distinct()
			.toList());
	}

}
