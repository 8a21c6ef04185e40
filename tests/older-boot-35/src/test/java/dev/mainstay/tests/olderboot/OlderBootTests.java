package dev.mainstay.tests.olderboot;

import java.util.List;

import dev.mainstay.tests.harness.ApplicationProcess;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringBootVersion;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody adds Mainstay to an application on a Spring Boot that it is not made for.
 */
class OlderBootTests {

	private static final String FOUND = System.getProperty("spring-boot.version");

	@Test
	void theStartStopsWithOneSentenceThatSaysWhatWasFoundAndWhatIsNeeded() {
		assertThat(SpringBootVersion.getVersion()).isEqualTo(FOUND);
		List<String> lines = ApplicationProcess.run(OlderBootApplication.class);
		assertThat(lines).containsOnlyOnce("APPLICATION FAILED TO START")
			.filteredOn((line) -> line.contains("Mainstay"))
			.singleElement()
			.asString()
			.startsWith("Mainstay needs Spring Boot 4.1 or newer and found Spring Boot " + FOUND)
			.contains("https://");
		assertThat(lines).noneMatch((line) -> line.contains("NoClassDefFoundError"))
			.noneMatch((line) -> line.contains("ClassNotFoundException"))
			.noneMatch((line) -> line.startsWith("\tat "));
	}

}
