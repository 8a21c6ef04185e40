package dev.mainstay.core.hardening.dependencies;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class DuplicateLibraryCheckTests {

	private static final String MODULE = "Automatic-Module-Name";

	private final DuplicateLibraryCheck check = new DuplicateLibraryCheck();

	@TempDir
	private Path directory;

	@Test
	void twoVersionsOfALibraryAreFound() {
		with(Jar.named("shop-client-1.2.0.jar").inManifest(MODULE, "shop.client"),
				Jar.named("shop-client-1.10.0.jar").inManifest(MODULE, "shop.client"))
			.run((context) -> assertThatLooking(this.check, context)
				.fails("shop-client-1.10.0.jar, shop-client-1.2.0.jar"));
	}

	@Test
	void twoVersionsOfABundleAreFound() {
		with(Jar.named("shop-1.jar").inManifest("Bundle-SymbolicName", "shop;singleton:=true"),
				Jar.named("shop-2.jar").inManifest("Bundle-SymbolicName", "shop"))
			.run((context) -> assertThatLooking(this.check, context).fails("shop-1.jar, shop-2.jar"));
	}

	@Test
	void twoLibrariesOfOneNamePass() {
		with(Jar.named("core-3.5.jar").inManifest(MODULE, "barcodes.core"),
				Jar.named("core-1.0.jar").inManifest(MODULE, "billing.core"), Jar.named("core-2.0.jar"))
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void oneReleaseForSeveralProcessorsPasses() {
		with(Jar.named("native-4.2.17.Final-linux-x86_64.jar").inManifest(MODULE, "native"),
				Jar.named("native-4.2.17.Final-linux-aarch_64.jar").inManifest(MODULE, "native"))
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aNameThatBeginsLikeAnOtherPasses() {
		with(Jar.named("log4j-1.2.17.jar").inManifest("Bundle-SymbolicName", "log4j"),
				Jar.named("log4j-1.2-api-2.25.0.jar").inManifest(MODULE, "org.apache.log4j"))
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
