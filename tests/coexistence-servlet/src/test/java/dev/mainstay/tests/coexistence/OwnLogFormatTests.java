package dev.mainstay.tests.coexistence;

import dev.mainstay.tests.harness.ApplicationProcess;
import dev.mainstay.tests.ordinary.OrdinaryApplication;
import org.junit.jupiter.api.Test;

import static dev.mainstay.test.MainstayAssertions.assertThatLogLine;
import static org.assertj.core.api.Assertions.assertThat;

class OwnLogFormatTests {

	@Test
	void aLogbackFileOfTheApplicationWinsAndIsNamed() {
		try (ApplicationProcess application = ApplicationProcess.start(OrdinaryApplication.class,
				"src/test/own-logback")) {
			application.http().get("/orders/1");
			assertThat(application.lines()).filteredOn((line) -> line.contains("Started OrdinaryApplication"))
				.singleElement()
				.asString()
				.startsWith("OWN INFO");
			assertThat(application.lines()).noneMatch((line) -> line.startsWith("{"))
				.anyMatch((line) -> line.contains("logging (") && line.contains("logback-spring.xml"));
		}
	}

	@Test
	void aStructuredFormatOfTheApplicationWins() {
		try (ApplicationProcess application = ApplicationProcess.start(OrdinaryApplication.class, "",
				"--logging.structured.format.console=ecs")) {
			application.http().get("/orders/1");
			assertThat(application.lines()).allMatch((line) -> line.contains("\"ecs\":{\"version\""));
		}
	}

	@Test
	void textStaysTextWhereTheApplicationAsksForIt() {
		try (ApplicationProcess application = ApplicationProcess.start(OrdinaryApplication.class, "",
				"--mainstay.logging.format=text")) {
			assertThat(application.lines()).noneMatch((line) -> line.startsWith("{"));
		}
	}

	@Test
	void withoutAWordOfTheApplicationTheLogIsJson() {
		try (ApplicationProcess application = ApplicationProcess.start(OrdinaryApplication.class, "")) {
			assertThat(application.lines()).allSatisfy((line) -> assertThatLogLine(line).hasCoreFields());
		}
	}

}
