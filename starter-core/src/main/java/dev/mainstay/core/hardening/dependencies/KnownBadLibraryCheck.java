package dev.mainstay.core.hardening.dependencies;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * No library is there that attackers look for first.
 */
final class KnownBadLibraryCheck implements HardeningCheck {

	private static final CheckDescription DESCRIPTION = CheckDescription.of("DEP-02", Group.DEPENDENCIES, Severity.HIGH)
		.title("No library is there that attackers look for first")
		.why("""
				These versions let whoever can send a text or an object run code in the service. Tools that try \
				them against every address are running all day.""")
		.source("ASVS 5.0 15.2.1; CVE-2021-44228, CVE-2022-1471, CVE-2015-7501, CVE-2022-42889")
		.decides("""
				Looks on the class path for the class that makes the flaw, and reads the version from pom.properties \
				or the name of its jar: log4j-core before 2.17.1, snakeyaml before 2, commons-collections before \
				3.2.2 and 4.1, commons-text before 1.10. It is no replacement for a scanner.""")
		.fix("""
				Remove the version of your own, so that Spring Boot's applies, or for example:
				<dependency>
				  <groupId>commons-collections</groupId>
				  <artifactId>commons-collections</artifactId>
				  <version>3.2.2</version>
				</dependency>""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) throws IOException {
		ClassLoader classLoader = Objects.requireNonNull(application.context().getClassLoader());
		List<Finding> findings = new ArrayList<>();
		for (KnownBadLibrary library : KnownBadLibrary.ALL) {
			for (URL flaw : Collections.list(classLoader.getResources(library.flaw()))) {
				String root = flaw.toExternalForm();
				root = root.substring(0, root.length() - library.flaw().length());
				String version = version(library, root);
				if (version != null && library.isBad(version)) {
					findings.add(new Finding(library.coordinates() + " " + version + ", mended by " + library.fixed(),
							JarName.of(root)));
				}
			}
		}
		return Verdict.of(findings);
	}

	/** {@code null} if the jar does not say, as one that was shaded. */
	private static @Nullable String version(KnownBadLibrary library, String root) throws IOException {
		URLConnection connection = new URL(root + library.descriptor()).openConnection();
		connection.setUseCaches(false);
		try (InputStream input = connection.getInputStream()) {
			Properties properties = new Properties();
			properties.load(input);
			return properties.getProperty("version");
		}
		catch (FileNotFoundException ex) {
			return JarName.version(root, library.artifact());
		}
	}

}
