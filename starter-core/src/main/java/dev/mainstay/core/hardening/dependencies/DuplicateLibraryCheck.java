package dev.mainstay.core.hardening.dependencies;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Every library is there in one version.
 */
final class DuplicateLibraryCheck implements HardeningCheck {

	private static final CheckDescription DESCRIPTION = CheckDescription
		.of("DEP-05", Group.DEPENDENCIES, Severity.MEDIUM)
		.title("Every library is there in one version")
		.why("""
				Which of two versions a class is loaded from depends on the order of the class path: a method is \
				missing on one machine only, and an upgrade that closed a vulnerability has no effect.""")
		.source("ASVS 5.0 15.2.1")
		.decides("""
				Compares the jars of the class path by their names, and those of one name by the module, bundle or \
				title in their manifests. Two generations of a library with packages of their own, such as Jackson \
				2 and 3, may stand side by side.""")
		.fix("""
				Find out who brings the other one, and leave it out:
				mvn dependency:tree -Dincludes=:<artifact>
				gradle dependencyInsight --dependency <artifact>
				or remove the jar from the directory that is added to the class path (loader.path, a server's lib)""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) throws IOException {
		Map<String, List<JarOnClassPath>> jars = new TreeMap<>();
		for (JarOnClassPath jar : JarOnClassPath.all(application)) {
			jars.computeIfAbsent(jar.artifact(), (artifact) -> new ArrayList<>()).add(jar);
		}
		List<Finding> findings = new ArrayList<>();
		for (Map.Entry<String, List<JarOnClassPath>> entry : jars.entrySet()) {
			for (List<JarOnClassPath> same : sameLibrary(entry.getValue())) {
				findings.add(Finding.of(String.join(", ", same.stream().map(JarOnClassPath::name).sorted().toList())));
			}
		}
		return Verdict.of(findings);
	}

	private static List<List<JarOnClassPath>> sameLibrary(List<JarOnClassPath> jars) throws IOException {
		Map<String, List<JarOnClassPath>> libraries = new TreeMap<>();
		for (JarOnClassPath jar : hasReleases(jars) ? jars : List.<JarOnClassPath>of()) {
			String library = library(jar.manifest());
			if (library != null) {
				libraries.computeIfAbsent(library, (name) -> new ArrayList<>()).add(jar);
			}
		}
		return libraries.values().stream().filter(DuplicateLibraryCheck::hasReleases).toList();
	}

	/** The jars of one release for several processors are different files on purpose. */
	private static boolean hasReleases(List<JarOnClassPath> jars) {
		return jars.stream().map(JarOnClassPath::release).distinct().count() > 1;
	}

	private static @Nullable String library(Attributes manifest) {
		return Stream.of("Automatic-Module-Name", "Bundle-SymbolicName", "Implementation-Title")
			.map(manifest::getValue)
			.filter((value) -> value != null && !value.isBlank())
			.map((value) -> value.split(";")[0].strip())
			.findFirst()
			.orElse(null);
	}

}
