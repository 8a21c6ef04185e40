package dev.mainstay.core.hardening.dependencies;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class UnreleasedLibraryCheckTests {

	private final UnreleasedLibraryCheck check = new UnreleasedLibraryCheck();

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(strings = { "shop-client-1.2-SNAPSHOT.jar", "shop-client-1.2-20261101.101500-7.jar",
			"shop-client-1.2.0-M3.jar", "shop-client-1.2.0.RC1.jar" })
	void whatWasNotReleasedIsFound(String jar) {
		production(jar).run((context) -> assertThatLooking(this.check, context).fails(jar));
	}

	@ParameterizedTest
	@ValueSource(strings = { "shop-client-1.2.jar", "shop-client-33.0-jre.jar", "shop-client-1.2.Final.jar",
			"opentelemetry-api-incubator-1.62.0-alpha.jar", "drive-v3-rev20260404-2.0.0.jar", "m1-1.0.jar" })
	void whatWasReleasedPasses(String jar) {
		production(jar).run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aModuleOfTheApplicationPasses() {
		Properties build = new Properties();
		build.setProperty("version", "1.2-SNAPSHOT");
		production("orders-domain-1.2-SNAPSHOT.jar", "shop-client-2.0-SNAPSHOT.jar")
			.withBean(BuildProperties.class, build)
			.run((context) -> assertThatLooking(this.check, context).fails("shop-client-2.0-SNAPSHOT.jar"));
	}

	@Test
	void ofManyTheRestIsCounted() {
		String[] jars = new String[23];
		for (int i = 0; i < jars.length; i++) {
			jars[i] = "shop-" + (char) ('a' + i) + "-1-SNAPSHOT.jar";
		}
		String[] evidence = Arrays.copyOf(jars, 21);
		evidence[20] = "3 more";
		production(jars).run((context) -> assertThatLooking(this.check, context).fails(evidence));
	}

	@Test
	void aDeskMayTryWhatIsNotReleased() {
		with("shop-client-1.2-SNAPSHOT.jar").run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	private ApplicationContextRunner production(String... jars) {
		return with(jars).withPropertyValues("spring.profiles.active=prod");
	}

	private ApplicationContextRunner with(String... jars) {
		Jar[] classPath = Arrays.stream(jars).map(Jar::named).toArray(Jar[]::new);
		return new ApplicationContextRunner().withClassLoader(Jar.classPath(this.directory, classPath));
	}

}
