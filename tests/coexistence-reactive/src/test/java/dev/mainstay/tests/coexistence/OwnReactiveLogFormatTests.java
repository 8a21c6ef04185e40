package dev.mainstay.tests.coexistence;

import dev.mainstay.tests.harness.ApplicationProcess;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OwnReactiveLogFormatTests {

	@Test
	void aLogbackFileOfTheApplicationWinsAndIsNamed() {
		try (ApplicationProcess application = ApplicationProcess.start(ReactiveApplication.class,
				"src/test/own-logback")) {
			application.http().get("/orders/1", "X-Request-Id", "own-1");
			assertThat(application.linesWith("Started ReactiveApplication", 1)).singleElement()
				.asString()
				.startsWith("OWN INFO");
			assertThat(application.startBlock()).contains("logging (").contains("logback-spring.xml");
			assertThat(application.linesWith("GET /orders/{id} 200", 1)).singleElement()
				.asString()
				.startsWith("OWN INFO own-1");
			assertThat(application.linesWith("Found order 1", 1)).singleElement()
				.asString()
				.startsWith("OWN INFO own-1");
			assertThat(application.lines()).noneMatch((line) -> line.startsWith("{"));
		}
	}

	@Test
	void aStructuredFormatOfTheApplicationWins() {
		try (ApplicationProcess application = ApplicationProcess.start(ReactiveApplication.class, "",
				"--logging.structured.format.console=ecs")) {
			application.http().get("/orders/1", "X-Request-Id", "own-2");
			assertThat(application.startBlock()).contains("logging (").contains("ecs");
			application.linesWith("mainstay.access", 1);
			assertThat(application.lines()).allMatch((line) -> line.contains("\"ecs\":{\"version\""));
			assertThat(application.linesWith("Found order 1", 1)).singleElement().asString().contains("own-2");
		}
	}

}
