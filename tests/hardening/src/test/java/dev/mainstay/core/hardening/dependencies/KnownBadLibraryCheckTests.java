package dev.mainstay.core.hardening.dependencies;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class KnownBadLibraryCheckTests {

	private static final String JNDI_LOOKUP = "org/apache/logging/log4j/core/lookup/JndiLookup.class";

	private static final String INVOKER = "org/apache/commons/collections/functors/InvokerTransformer.class";

	private static final String LOG4J = "org.apache.logging.log4j";

	private final KnownBadLibraryCheck check = new KnownBadLibraryCheck();

	@TempDir
	private Path directory;

	@ParameterizedTest
	@CsvSource({ "org.apache.logging.log4j, log4j-core, 2.14.1, " + JNDI_LOOKUP,
			"org.yaml, snakeyaml, 1.33, org/yaml/snakeyaml/Yaml.class",
			"commons-collections, commons-collections, 3.2.1, " + INVOKER,
			"org.apache.commons, commons-text, 1.9, org/apache/commons/text/lookup/ScriptStringLookup.class" })
	void whatIsKnownToBeBadIsFound(String group, String artifact, String version, String flaw) {
		with(Jar.of(group, artifact, version).with(flaw, ""))
			.run((context) -> assertThatLooking(this.check, context).fails(group + ":" + artifact + " " + version)
				.at(artifact + "-" + version + ".jar"));
	}

	@Test
	void whatOnlyTheNameOfTheJarSaysIsFound() {
		with(Jar.named("commons-collections-3.1.jar").with(INVOKER, ""))
			.run((context) -> assertThatLooking(this.check, context).fails("commons-collections 3.1"));
	}

	@Test
	void theSecondOfTwoVersionsIsFound() {
		with(Jar.of(LOG4J, "log4j-core", "2.25.0").with(JNDI_LOOKUP, ""),
				Jar.of(LOG4J, "log4j-core", "2.8").with(JNDI_LOOKUP, ""))
			.run((context) -> assertThatLooking(this.check, context).fails("log4j-core 2.8"));
	}

	@ParameterizedTest
	@CsvSource({ "org.apache.logging.log4j, log4j-core, 2.17.1, " + JNDI_LOOKUP,
			"org.apache.logging.log4j, log4j-core, 2.12.4, " + JNDI_LOOKUP,
			"commons-collections, commons-collections, 3.2.2, " + INVOKER,
			"org.apache.commons, commons-text, 1.10.0, org/apache/commons/text/lookup/ScriptStringLookup.class" })
	void whatIsMendedPasses(String group, String artifact, String version, String flaw) {
		with(Jar.of(group, artifact, version).with(flaw, ""))
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aLibraryWithoutItsFlawPasses() {
		with(Jar.of(LOG4J, "log4j-core", "2.14.1")).run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void theInterfaceWithoutItsImplementationPasses() {
		with(Jar.of(LOG4J, "log4j-api", "2.14.1").with("org/apache/logging/log4j/Logger.class", ""))
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void whatAShadedJarHasMovedElsewherePasses() {
		with(Jar.named("tool-1.0.jar").describing(LOG4J, "log4j-core", "2.14.1").with("tool/shaded/" + JNDI_LOOKUP, ""))
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void theClassPathOfThisTestPasses() {
		new ApplicationContextRunner().run((context) -> assertThatLooking(this.check, context).passes());
	}

	private ApplicationContextRunner with(Jar... jars) {
		return new ApplicationContextRunner().withClassLoader(Jar.classPath(this.directory, jars));
	}

}
