package dev.mainstay.observability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.mainstay.observability.logging.LogSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What the starter offers to a logback file of the application.
 */
@ExtendWith(OutputCaptureExtension.class)
class IncludedPartsIntegrationTests {

	private static final String SECRET = "hunter" + 2;

	private static final String PARTS = "dev/mainstay/observability/logback/";

	private static final LogSchema SCHEMA = LogSchema.load();

	@TempDir
	private Path directory;

	@Test
	void maskAPatternAndGiveItIds(CapturedOutput output) throws Exception {
		Path file = this.directory.resolve("own.log");
		run("""
				<include resource="%1$smasking.xml"/>
				<include resource="%1$sidentity.xml"/>
				<appender name="OWN" class="ch.qos.logback.core.ConsoleAppender">
				  <encoder><pattern>OWN %%ids%%kvp %%msg %%ex%%n</pattern></encoder>
				</appender>
				<appender name="OWN_FILE" class="ch.qos.logback.core.FileAppender">
				  <file>%2$s</file>
				  <encoder><pattern>OWN %%ids%%kvp %%msg %%ex%%n</pattern></encoder>
				</appender>
				<root level="INFO"><appender-ref ref="OWN"/><appender-ref ref="OWN_FILE"/></root>
				""".formatted(PARTS, file));
		for (String text : List.of(output.getOut(), Files.readString(file))) {
			assertThat(text)
				.contains("OWN [request_id=r-1 trace_id=", "Order 7 for password=[masked]",
						"java.lang.IllegalStateException: Cannot log in with password=[masked]")
				.doesNotContain(SECRET);
		}
	}

	@Test
	void maskALayoutThatNamesNoException(CapturedOutput output) throws Exception {
		run("""
				<appender name="OWN" class="ch.qos.logback.core.ConsoleAppender">
				  <encoder class="ch.qos.logback.core.encoder.LayoutWrappingEncoder">
				    <layout class="dev.mainstay.observability.logging.MaskedTextLayout">
				      <pattern>OWN %m%n</pattern>
				    </layout>
				  </encoder>
				</appender>
				<root level="INFO"><appender-ref ref="OWN"/></root>
				""");
		assertThat(output.getOut()).contains("Cannot log in with password=[masked] | at ").doesNotContain(SECRET);
	}

	@ParameterizedTest
	@ValueSource(strings = { "console-appender.xml", "async-console-appender.xml" })
	void areAppendersWithLinesOfMainstay(String part, CapturedOutput output) throws Exception {
		Path file = this.directory.resolve("own.log");
		run("""
				<include resource="%1$s%2$s"/>
				<include resource="%1$sfile-appender.xml"/>
				<root level="INFO"><appender-ref ref="CONSOLE"/><appender-ref ref="FILE"/></root>
				""".formatted(PARTS, part), "logging.file.name=" + file);
		await().untilAsserted(() -> assertThat(output.getOut()).contains("Cannot log in"));
		for (String text : List.of(output.getOut(), Files.readString(file))) {
			assertThat(text).contains("[masked]").doesNotContain(SECRET);
			assertThat(text.lines().filter((line) -> line.startsWith("{"))).hasSizeGreaterThan(3)
				.allSatisfy((line) -> assertThat(SCHEMA.violations(line)).isEmpty());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "ecs", "logstash", "gelf" })
	void maskTheFormatsOfSpringBoot(String format, CapturedOutput output) throws Exception {
		try (RunningService service = LogLinesIntegrationTests.start(WebApplicationType.SERVLET,
				"logging.structured.format.console=" + format,
				"logging.structured.json.customizer=dev.mainstay.observability.logging.MaskedJsonMembers")) {
			service.get("/orders/7");
			service.get("/broken");
			await().untilAsserted(() -> assertThat(output.getOut()).contains("Cannot log in"));
		}
		assertThat(output.getOut()).contains("Order 7 for password=[masked]").doesNotContain(SECRET);
	}

	private void run(String configuration, String... properties) throws Exception {
		Path file = write("<configuration>" + configuration + "</configuration>");
		String[] all = List.of("logging.config=" + file, "spring.main.banner-mode=off", String.join(",", properties))
			.stream()
			.filter((property) -> !property.isEmpty())
			.toArray(String[]::new);
		try (RunningService service = LogLinesIntegrationTests.start(WebApplicationType.SERVLET, all)) {
			service.get("/orders/7", "X-Request-Id", "r-1");
			service.get("/broken");
		}
	}

	private Path write(String configuration) throws IOException {
		return Files.writeString(this.directory.resolve("own.xml"), configuration);
	}

}
