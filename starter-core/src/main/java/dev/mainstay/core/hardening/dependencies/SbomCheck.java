package dev.mainstay.core.hardening.dependencies;

import java.util.List;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

/**
 * The build carries a list of what it is made of.
 */
final class SbomCheck implements HardeningCheck {

	private static final String LOCATION = "management.endpoint.sbom.application.location";

	/** Where Spring Boot looks for it. */
	private static final List<String> LOCATIONS = List.of("classpath:META-INF/sbom/application.cdx.json",
			"classpath:META-INF/sbom/bom.json", "classpath:META-INF/native-image/sbom.json");

	private static final CheckDescription DESCRIPTION = CheckDescription
		.of("DEP-01", Group.DEPENDENCIES, Severity.MEDIUM)
		.title("The build carries a list of what it is made of")
		.why("""
				When a vulnerability becomes known, the question is which of the running builds contain the library. \
				Without a list in the build, that is a search through old source trees.""")
		.source("ASVS 5.0 15.1.2")
		.decides("""
				Looks for a bill of materials where Spring Boot's sbom endpoint does, or where the property says. \
				Only in production, as an IDE does not write it.""")
		.fix("""
				<plugin>
				  <groupId>org.cyclonedx</groupId>
				  <artifactId>cyclonedx-maven-plugin</artifactId>
				</plugin>
				or in Gradle the plugin org.cyclonedx.bom""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		String location = application.value(LOCATION);
		if ((location != null) ? exists(location, application)
				: LOCATIONS.stream().anyMatch((it) -> exists(it, application))) {
			return Verdict.pass();
		}
		if (application.production() == null) {
			return Verdict.notApplicable("no sign of production");
		}
		return Verdict.fail((location != null)
				? new Finding("there is nothing at " + LOCATION + "=" + location, application.origin(LOCATION))
				: Finding.of("neither META-INF/sbom/application.cdx.json nor META-INF/sbom/bom.json is there"));
	}

	/** The endpoint allows for this prefix. */
	private static boolean exists(String location, InspectedApplication application) {
		String path = location.startsWith("optional:") ? location.substring("optional:".length()) : location;
		return application.context().getResource(path).exists();
	}

}
