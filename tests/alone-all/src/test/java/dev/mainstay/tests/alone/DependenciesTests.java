package dev.mainstay.tests.alone;

import java.io.IOException;
import java.util.Set;

import dev.mainstay.tests.jars.ClassPathList;
import dev.mainstay.tests.jars.DocumentedJars;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DependenciesTests {

	@Test
	void theStarterBringsTheJarsThatAreAnnouncedAndNoOthers() throws IOException {
		Set<String> brought = ClassPathList.added().sizes().keySet();
		assertThat(DocumentedJars.of("mainstay-spring-boot-starter", brought))
			.as("docs/dependencies.md; write it with -Dmainstay.docs.write=true and add the reason of each jar")
			.containsExactlyInAnyOrderElementsOf(brought);
	}

	/** Thirty, and the circuit breaker with what it needs: decision 27. */
	@Test
	void theStarterBringsAtMostThirtyTwoLibrariesAndTwelveMegabytes() {
		ClassPathList added = ClassPathList.added();
		assertThat(added.sizes().keySet()).filteredOn((jar) -> !jar.startsWith("dev.mainstay:"))
			.hasSizeLessThanOrEqualTo(32);
		assertThat(added.totalSize()).isLessThanOrEqualTo(12 * 1024 * 1024);
	}

}
