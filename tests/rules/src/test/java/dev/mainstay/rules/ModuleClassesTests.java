package dev.mainstay.rules;

import java.nio.file.Files;
import java.nio.file.Path;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ModuleClassesTests {

	@Test
	void findsTheClassesOfTheModuleThatTheTestIsPartOf() {
		assertThat(new ClassFileImporter().importLocations(new ModuleClasses().get(getClass()))
			.contain(ModuleClasses.class)).isTrue();
		assertThat(new ClassFileImporter().importLocations(new ModuleClasses().get(getClass())).contain(getClass()))
			.isFalse();
	}

	@Test
	void findsTheTestsOfTheModuleThatTheTestIsPartOf() {
		assertThat(ModuleClasses.ofTests(getClass()).contain(getClass())).isTrue();
		assertThat(ModuleClasses.ofTests(getClass()).contain(ModuleClasses.class)).isFalse();
	}

	@Test
	void whenThereIsNoClassThenFails(@TempDir Path directory) throws Exception {
		Files.writeString(directory.resolve("something.txt"), "");
		assertThatIllegalStateException().isThrownBy(() -> ModuleClasses.holdingClasses(directory))
			.withMessageContaining("holds no class");
	}

}
