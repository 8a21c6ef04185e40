package dev.mainstay.observability;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.mainstay.core.mode.Feature;
import dev.mainstay.core.mode.FeatureState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications that decide on their log format themselves.
 */
@ExtendWith(OutputCaptureExtension.class)
class OwnLogFormatIntegrationTests {

	private static final String CONFIGURATION = """
			<configuration>
			  <appender name="OWN" class="ch.qos.logback.core.ConsoleAppender">
			    <encoder><pattern>OWN %level %msg%n</pattern></encoder>
			  </appender>
			  <root level="INFO"><appender-ref ref="OWN"/></root>
			</configuration>
			""";

	@TempDir
	private Path directory;

	@Test
	void aFormatOfSpringBootWins(CapturedOutput output) {
		assertBackedOff("logging.structured.format.console=ecs", "logging.structured.format.console=ecs");
		assertThat(output.getOut().lines()).isNotEmpty().allMatch((line) -> line.contains("\"ecs\":{"));
	}

	@Test
	void aPatternWins(CapturedOutput output) {
		assertBackedOff("logging.pattern.console=OWN %m%n", "logging.pattern.console=OWN %m%n");
		assertThat(output.getOut().lines()).anyMatch((line) -> line.startsWith("OWN Tomcat started"));
	}

	@Test
	void aConfiguredFileWins(CapturedOutput output) throws IOException {
		Path file = Files.writeString(this.directory.resolve("own.xml"), CONFIGURATION);
		assertBackedOff("logging.config=" + file, "logging.config=" + file);
		assertThat(output.getOut().lines()).anyMatch((line) -> line.startsWith("OWN INFO Tomcat started"));
	}

	@Test
	void aLogbackFileOnTheClassPathWins(CapturedOutput output) throws IOException {
		Files.writeString(this.directory.resolve("logback-spring.xml"), CONFIGURATION);
		ClassLoader before = Thread.currentThread().getContextClassLoader();
		try (URLClassLoader own = new URLClassLoader(new URL[] { this.directory.toUri().toURL() }, before)) {
			Thread.currentThread().setContextClassLoader(own);
			assertBackedOff("classpath:logback-spring.xml");
		}
		finally {
			Thread.currentThread().setContextClassLoader(before);
		}
		assertThat(output.getOut().lines()).anyMatch((line) -> line.startsWith("OWN INFO Tomcat started"));
	}

	private static void assertBackedOff(String reason, String... properties) {
		try (RunningService service = LogLinesIntegrationTests.start(WebApplicationType.SERVLET, properties)) {
			Feature logging = service.feature("logging");
			assertThat(logging.state()).isEqualTo(FeatureState.BACKED_OFF);
			assertThat(logging.reason()).isEqualTo(reason);
		}
	}

}
