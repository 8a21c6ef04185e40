package dev.mainstay.core.hardening.dependencies;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

/**
 * What only tests need is not deployed.
 */
final class TestLibrariesCheck implements HardeningCheck {

	private static final Map<String, String> LIBRARIES = new TreeMap<>(
			Map.of("junit", "org.junit.Test", "junit-jupiter-api", "org.junit.jupiter.api.Test", "mockito-core",
					"org.mockito.Mockito", "spring-boot-test", "org.springframework.boot.test.context.SpringBootTest",
					"spring-test", "org.springframework.test.context.TestContext", "testcontainers",
					"org.testcontainers.containers.GenericContainer", "testng", "org.testng.annotations.Test",
					"spring-boot-docker-compose",
					"org.springframework.boot.docker.compose.lifecycle.DockerComposeLifecycleManager"));

	/** What runs tests is no dependency of a test library, whoever runs them adds it. */
	private static final String LAUNCHER = "org.junit.platform.launcher.Launcher";

	/** Set by Spring Boot for the contexts of tests, whoever runs them. */
	private static final String TEST_CONTEXT = "org.springframework.boot.test.context.SpringBootTestContextBootstrapper";

	private static final CheckDescription DESCRIPTION = CheckDescription
		.of("DEV-05", Group.DEPENDENCIES, Severity.MEDIUM)
		.title("What only tests need is not deployed")
		.why("""
				Test libraries generate classes, start processes and have deserializers of their own: they make the \
				image larger, and whoever gets in finds tools.""")
		.source("ASVS 5.0 15.2.3")
		.decides("""
				Looks for a class of each library. Only in production, and not within a run of tests, which is told \
				by JUnit's launcher on the class path or by the property that Spring Boot sets for test contexts.""")
		.fix("<scope>test</scope>\nor in Gradle: testImplementation, testAndDevelopmentOnly");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (application.production() == null) {
			return Verdict.notApplicable("no sign of production");
		}
		if (application.hasClass(LAUNCHER) || application.context().getEnvironment().containsProperty(TEST_CONTEXT)) {
			return Verdict.notApplicable("this is a run of tests");
		}
		List<Finding> findings = LIBRARIES.entrySet()
			.stream()
			.filter((library) -> application.hasClass(library.getValue()))
			.map((library) -> Finding.of(library.getKey() + " is on the class path: " + library.getValue()))
			.toList();
		return Verdict.of(findings);
	}

}
