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
			application.http().get("/orders/1", "X-Request-Id", "own-1");
			assertThat(application.linesWith("Started OrdinaryApplication", 1)).singleElement()
				.asString()
				.startsWith("OWN INFO");
			assertThat(application.startBlock()).contains("logging (").contains("logback-spring.xml");
			assertThat(application.linesWith("GET /orders/{id} 200", 1)).singleElement()
				.asString()
				.startsWith("OWN INFO");
			assertThat(application.lines()).noneMatch((line) -> line.startsWith("{"));
		}
	}

	@Test
	void aStructuredFormatOfTheApplicationWins() {
		try (ApplicationProcess application = ApplicationProcess.start(OrdinaryApplication.class, "",
				"--logging.structured.format.console=ecs")) {
			application.http().get("/orders/1");
			assertThat(application.startBlock()).contains("logging (").contains("ecs");
			application.linesWith("mainstay.access", 1);
			assertThat(application.lines()).allMatch((line) -> line.contains("\"ecs\":{\"version\""));
		}
	}

	@Test
	void textStaysTextWhereTheApplicationAsksForIt() {
		try (ApplicationProcess application = ApplicationProcess.start(OrdinaryApplication.class, "",
				"--mainstay.logging.format=text")) {
			application.startBlock();
			assertThat(application.lines()).noneMatch((line) -> line.startsWith("{"));
		}
	}

	@Test
	void withoutAWordOfTheApplicationTheLogIsJson() {
		try (ApplicationProcess application = ApplicationProcess.start(OrdinaryApplication.class, "")) {
			application.startBlock();
			assertThat(application.lines()).allSatisfy((line) -> assertThatLogLine(line).hasCoreFields());
		}
	}

}
