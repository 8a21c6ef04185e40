package dev.mainstay.tests.alone;

import java.io.IOException;

import dev.mainstay.tests.jars.ClassPathList;
import dev.mainstay.tests.jars.DocumentedJars;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DependenciesTests {

	@Test
	void theStarterBringsTheJarsThatAreAnnouncedAndNoOthers() throws IOException {
		assertThat(ClassPathList.added().sizes().keySet())
			.as("jars of mainstay-spring-boot-starter-security; announce each in docs/dependencies.md with the reason why it is needed")
			.containsExactlyInAnyOrderElementsOf(DocumentedJars.of("mainstay-spring-boot-starter-security"));
	}

}
