package dev.mainstay.observability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import dev.mainstay.core.mode.FeatureState;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A service whose lines are text, and what both kinds of lines have in common on their
 * way out.
 */
@ExtendWith(OutputCaptureExtension.class)
class TextLinesIntegrationTests {

	private static final String SECRET = "hunter" + 2;

	private static final String BEGIN = "^\\d{4}-\\d{2}-\\d{2}T\\S+ +(TRACE|DEBUG|INFO|WARN|ERROR) \\d+ --- .*";

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, mode = Mode.EXCLUDE, names = "NONE")
	void areMaskedAndOneForEachEvent(WebApplicationType type, CapturedOutput output, @TempDir Path directory)
			throws Exception {
		Path file = directory.resolve("service.log");
		try (RunningService service = start(type, "mainstay.logging.format=text", "logging.file.name=" + file)) {
			service.get("/orders/7%0A2026-01-01T00:00:00Z%20forged?password=" + SECRET);
			service.get("/broken");
			await().untilAsserted(() -> assertThat(output.getOut()).contains("Cannot log in"));
			assertThat(service.feature("masking").state()).isEqualTo(FeatureState.ON);
			assertThat(service.feature("masking").reason()).isNull();
		}
		for (String text : new String[] { output.getOut(), Files.readString(file) }) {
			assertThat(text).contains("[masked]", " | at ").doesNotContain(SECRET);
			assertThat(text.lines().filter((line) -> !line.startsWith("  "))).hasSizeGreaterThan(3)
				.allSatisfy((line) -> assertThat(line).matches(BEGIN));
		}
	}

	@Test
	void haveStackTracesOnLinesOfTheirOwnIfAskedFor(CapturedOutput output) throws Exception {
		try (RunningService service = start(WebApplicationType.SERVLET, "mainstay.logging.format=text",
				"mainstay.logging.text.stack-trace=lines")) {
			service.get("/broken");
			await().untilAsserted(() -> assertThat(output.getOut()).contains("\n\tat dev.mainstay"));
		}
		assertThat(output.getOut()).contains("password=[masked]").doesNotContain(SECRET);
	}

	@Test
	void keepThePatternOfTheApplication(CapturedOutput output) throws Exception {
		try (RunningService service = start(WebApplicationType.SERVLET, "logging.pattern.console=> %m%n")) {
			service.get("/orders/7");
			assertThat(service.feature("masking").reason()).contains("logging.pattern.console");
		}
		assertThat(output.getOut()).contains("> Order 7 for password=" + SECRET);
		try (RunningService service = start(WebApplicationType.SERVLET, "logging.pattern.console=> %m%n",
				"mainstay.logging.format=text")) {
			service.get("/orders/8");
		}
		assertThat(output.getOut()).contains("> Order 8 for password=[masked]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "json", "text" })
	void areCountedWhereTooManySayTheSame(String format, CapturedOutput output) throws Exception {
		try (RunningService service = start(WebApplicationType.SERVLET, "mainstay.logging.format=" + format,
				"mainstay.logging.storm.burst=2", "mainstay.logging.storm.window=1s")) {
			double before = suppressed(service);
			for (int i = 0; i < 6; i++) {
				service.get("/broken");
			}
			await().untilAsserted(() -> assertThat(output.getOut()).contains("4 more lines like this one"));
			assertThat(suppressed(service) - before).isEqualTo(4);
		}
		assertThat(output.getOut().lines().filter((line) -> line.contains("Cannot log in"))).hasSize(2);
		assertThat(output.getOut().lines().filter((line) -> line.contains("4 more lines"))).singleElement()
			.satisfies((line) -> assertThat(line).startsWith("20".repeat(format.equals("text") ? 1 : 0))
				.contains("orders"));
	}

	@Test
	void areAllThereWhenAThreadOfItsOwnWritesThem(CapturedOutput output, @TempDir Path directory) throws Exception {
		Path file = directory.resolve("service.log");
		try (RunningService service = start(WebApplicationType.SERVLET, "mainstay.logging.async.enabled=true",
				"mainstay.logging.format=json", "logging.file.name=" + file)) {
			service.get("/orders/7");
			assertThat(service.context().getBean(MeterRegistry.class).find("mainstay.logging.dropped").meters())
				.hasSizeGreaterThanOrEqualTo(10);
			await().untilAsserted(() -> assertThat(output.getOut()).contains("Order 7"));
		}
		assertThat(Files.readString(file)).contains("Order 7");
		assertThat(Files.readAllLines(file)).containsAll(output.getOut().lines().toList());
	}

	private static double suppressed(RunningService service) {
		return service.context()
			.getBean(MeterRegistry.class)
			.get("mainstay.logging.suppressed")
			.tag("appender", "CONSOLE")
			.functionCounter()
			.count();
	}

	private static RunningService start(WebApplicationType type, String... properties) {
		return LogLinesIntegrationTests.start(type,
				Stream.concat(Stream.of("spring.main.banner-mode=off"), Stream.of(properties)).toArray(String[]::new));
	}

}
