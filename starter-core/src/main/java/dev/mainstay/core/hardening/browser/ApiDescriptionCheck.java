package dev.mainstay.core.hardening.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.core.hardening.web.AnonymousRules;
import dev.mainstay.core.hardening.web.InspectedChains;

/**
 * Not everybody should be handed a map of the service.
 */
final class ApiDescriptionCheck implements HardeningCheck {

	private static final String DOCUMENT = "org.springdoc.api.AbstractOpenApiResource";

	private static final String PAGE = "org.springdoc.ui.AbstractSwaggerWelcome";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("WEB-05", Group.BROWSER, Severity.MEDIUM)
		.title("The description of the API is not open in production")
		.why("""
				It lists each path with its parameters, those for operators and those of last year, too: what an \
				attacker otherwise has to find out.""")
		.source("ASVS 5.0 13.4.5, OWASP API9:2023")
		.decides("""
				In production, looks for the document and the page of springdoc, and asks the rules whether they need \
				a login. Passes on the management port. Unknown with a reactive chain. Not applicable without \
				springdoc.""")
		.fix("""
				springdoc.api-docs.enabled=false
				springdoc.swagger-ui.enabled=false""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (!application.declares(DOCUMENT) && !application.declares(PAGE)) {
			return Verdict.notApplicable("no description of the API");
		}
		if (application.production() == null) {
			return Verdict.notApplicable("no sign of production");
		}
		if (application.isTrue("springdoc.use-management-port", false)) {
			return Verdict.pass();
		}
		boolean guarded = !InspectedChains.of(application).isEmpty();
		Optional<AnonymousRules> rules = AnonymousRules.of(application);
		if (guarded && rules.isEmpty()) {
			return Verdict.unknown("the rules of a reactive chain cannot be asked");
		}
		return Verdict.of(paths(application).stream()
			.filter((path) -> rules.isEmpty() || rules.get().allow("GET", path))
			.map((path) -> Finding.of(path + " needs no login"))
			.toList());
	}

	private static List<String> paths(InspectedApplication application) {
		List<String> paths = new ArrayList<>();
		if (application.declares(DOCUMENT)) {
			paths.add(path(application, "springdoc.api-docs.path", "/v3/api-docs"));
		}
		if (application.declares(PAGE)) {
			paths.add(path(application, "springdoc.swagger-ui.path", "/swagger-ui.html"));
		}
		return paths;
	}

	private static String path(InspectedApplication application, String property, String otherwise) {
		String path = application.value(property);
		return (path != null) ? path : otherwise;
	}

}
