package dev.mainstay.core.hardening.dependencies;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class SbomCheckTests {

	private static final String LOCATION = "management.endpoint.sbom.application.location=";

	private final SbomCheck check = new SbomCheck();

	private final ApplicationContextRunner desk = new ApplicationContextRunner();

	private final ApplicationContextRunner production = this.desk.withPropertyValues("spring.profiles.active=prod");

	@TempDir
	private Path directory;

	@Test
	void noListIsFound() {
		this.production.run((context) -> assertThatLooking(this.check, context).fails("application.cdx.json"));
	}

	@Test
	void aPlaceWithoutAListIsFound() {
		this.production.withPropertyValues(LOCATION + "classpath:sbom.json")
			.run((context) -> assertThatLooking(this.check, context).fails("nothing at " + LOCATION).at("test"));
	}

	@Test
	void theListOfALibraryAloneIsFound() {
		this.production.withClassLoader(with("META-INF/sbom/library.cdx.json"))
			.run((context) -> assertThatLooking(this.check, context).fails("application.cdx.json"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "META-INF/sbom/application.cdx.json", "META-INF/sbom/bom.json" })
	void aListPasses(String path) {
		this.production.withClassLoader(with(path)).run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aListElsewherePasses() {
		this.production.withClassLoader(with("sbom.json"))
			.withPropertyValues(LOCATION + "classpath:sbom.json")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aDeskHasNoBuild() {
		this.desk.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	private ClassLoader with(String path) {
		return Jar.classPath(this.directory, Jar.named("app.jar").with(path, "{}"));
	}

}
