package dev.mainstay.observability.logging.delivery;

import java.io.BufferedReader;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.mainstay.observability.logging.LogSchema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A process of its own whose standard output is a pipe that nobody reads.
 */
class HandOffProcessTests {

	private static final int LINES = 20_000;

	@TempDir
	private Path directory;

	private Process process;

	@AfterEach
	void end() {
		this.process.destroyForcibly();
	}

	@Test
	void nobodyWaitsForAPipeThatIsNotReadAndEveryLineIsWrittenOrCounted() throws Exception {
		List<Long> found = run(LINES, "--mainstay.logging.async.enabled=true", "--mainstay.logging.storm.enabled=false",
				"--mainstay.logging.async.queue-size=9000");
		List<JsonNode> lines = read();
		assertThat(found.get(0)).as("ms that the slowest line took").isLessThan(2000);
		List<JsonNode> busy = lines.stream().filter((line) -> line.path("attributes").has("busy")).toList();
		assertThat(count(busy, "INFO") + found.get(1)).isEqualTo(LINES / 5 * 3);
		assertThat(count(busy, "WARN") + found.get(2)).isEqualTo(LINES / 5);
		assertThat(count(busy, "ERROR") + found.get(3)).isEqualTo(LINES / 5);
		assertThat(found.get(1)).as("lines below a warning that were dropped").isPositive();
		assertThat(found.get(2) + found.get(3)).as("warnings and errors, for which there is room").isZero();
		assertThat(lines).filteredOn((line) -> line.path("logger_name").asString().equals("mainstay.logging"))
			.extracting((line) -> line.path("attributes").path("dropped").asLong())
			.containsExactly(found.get(1));
		assertThat(busy).extracting((line) -> line.path("attributes").path("busy").asInt()).isSorted();
	}

	@Test
	void whatWaitsIsWrittenWhenTheProcessEnds() throws Exception {
		run(3000, "--mainstay.logging.async.enabled=true", "--mainstay.logging.storm.burst=5",
				"--mainstay.logging.storm.window=1h");
		List<JsonNode> lines = read();
		assertThat(lines.stream().filter((line) -> line.path("attributes").has("busy"))).hasSize(1800 + 10);
		assertThat(lines.stream().filter((line) -> line.path("attributes").has("suppressed")))
			.extracting((line) -> line.path("attributes").path("suppressed").asLong())
			.containsExactlyInAnyOrder(595L, 595L);
	}

	/** While it logs nothing is read; then it is told to end, and everything is. */
	private List<Long> run(int lines, String... arguments) throws Exception {
		Path file = this.directory.resolve("found");
		List<String> command = new ArrayList<>(
				List.of(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java", "-Xmx128m",
						"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
						BusyProcess.class.getName(), file.toString(), String.valueOf(lines)));
		command.addAll(Arrays.asList(arguments));
		this.process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		await().atMost(Duration.ofSeconds(90)).until(() -> Files.exists(file) || !this.process.isAlive());
		return Files.readAllLines(file).stream().map(Long::valueOf).toList();
	}

	private List<JsonNode> read() throws Exception {
		this.process.toHandle().destroy();
		try (BufferedReader output = this.process.inputReader()) {
			List<JsonNode> lines = output.lines().map(LogSchema::parse).toList();
			assertThat(this.process.waitFor(30, TimeUnit.SECONDS)).isTrue();
			return lines;
		}
	}

	private static long count(List<JsonNode> lines, String level) {
		return lines.stream().filter((line) -> line.path("level").asString().equals(level)).count();
	}

}
