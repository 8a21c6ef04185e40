package dev.mainstay.core.hardening.dependencies;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

/**
 * Only what was released is deployed.
 */
final class UnreleasedLibraryCheck implements HardeningCheck {

	private static final int SHOWN = 20;

	/** Not alpha and beta, which some libraries call all of their releases. */
	private static final Pattern UNRELEASED = Pattern
		.compile(".*-SNAPSHOT|.*-\\d{8}\\.\\d{6}-\\d+|.*[.-](?:M|RC|CR)\\d+");

	private static final CheckDescription DESCRIPTION = CheckDescription
		.of("DEP-03", Group.DEPENDENCIES, Severity.MEDIUM)
		.title("Only what was released is deployed")
		.why("""
				A snapshot is another library tomorrow: the same source builds a service that nobody has tested, \
				and the one that runs cannot be built again. Milestones get no fixes.""")
		.source("ASVS 5.0 15.2.4")
		.decides("""
				Reads the versions in the names of the jars on the class path: snapshots, milestones and release \
				candidates. The application itself and modules of its version are its own affair. Only in \
				production.""")
		.fix("Depend on a release, and leave out the repositories of snapshots and milestones");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) throws IOException {
		if (application.production() == null) {
			return Verdict.notApplicable("no sign of production");
		}
		OwnBuild own = OwnBuild.of(application);
		List<String> unreleased = JarOnClassPath.all(application)
			.stream()
			.filter((jar) -> UNRELEASED.matcher(jar.version()).matches() && !own.contains(jar))
			.map(JarOnClassPath::name)
			.sorted()
			.toList();
		Stream<String> more = (unreleased.size() > SHOWN) ? Stream.of((unreleased.size() - SHOWN) + " more")
				: Stream.empty();
		return Verdict.of(Stream.concat(unreleased.stream().limit(SHOWN), more).map(Finding::of).toList());
	}

}
