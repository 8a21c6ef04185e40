package dev.mainstay.samples.badday;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A jar that runs in a process of its own, with its output in a file.
 *
 * @param process the process
 * @param log the file that its output goes to
 */
record JavaProcess(Process process, Path log) {

	private static final Duration START_LIMIT = Duration.ofMinutes(5);

	/** What would configure a service or its JVM if the shell happens to have it. */
	private static final Pattern CONFIGURING = Pattern
		.compile("(SPRING|MAINSTAY|OTEL|LOGGING|MANAGEMENT|SERVER|PAYMENT|LEDGER|DATABASE)[_.].*|DEBUG|TRACE"
				+ "|(JAVA_TOOL|JDK_JAVA|_JAVA)_OPTIONS", Pattern.CASE_INSENSITIVE);

	/**
	 * For a process that lives for a minute: the first compiler is enough, and soon done.
	 */
	static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

	static JavaProcess start(List<String> flags, Path jar, Path log, Map<String, String> environment,
			List<String> arguments) {
		List<String> command = new ArrayList<>(List.of(Jdk.tool("java"), "-Xmx256m"));
		command.addAll(flags);
		command.add("-jar");
		command.add(jar.toAbsolutePath().toString());
		command.addAll(arguments);
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
		// The same day wherever it is played: Spring Boot would also read an
		// application.yml of the folder that it is started in.
		builder.directory(log.toAbsolutePath().getParent().toFile());
		builder.environment().keySet().removeIf((name) -> CONFIGURING.matcher(name).matches());
		builder.environment().putAll(environment);
		try {
			return new JavaProcess(builder.start(), log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Could not start " + jar, ex);
		}
	}

	/**
	 * Waits until the output contains a match and returns its first group.
	 */
	String awaitOutput(Pattern pattern) {
		long end = System.nanoTime() + START_LIMIT.toNanos();
		while (System.nanoTime() < end) {
			Matcher matcher = pattern.matcher(output());
			if (matcher.find()) {
				return matcher.group(1);
			}
			if (!this.process.isAlive()) {
				throw new IllegalStateException("The process ended; the last it said, in " + this.log + ":\n" + tail());
			}
			Pause.millis(50);
		}
		throw new IllegalStateException(
				"The process did not start within " + START_LIMIT.toSeconds() + " s, see " + this.log);
	}

	String output() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Could not read " + this.log, ex);
		}
	}

	/**
	 * Waits until nothing was written for a second and returns the lines: what is logged
	 * about a request may be written after its answer.
	 */
	List<String> settledLines() {
		String before = "";
		String output = output();
		for (int i = 0; i < 30 && output.length() != before.length(); i++) {
			Pause.millis(1000);
			before = output;
			output = output();
		}
		return output.lines().toList();
	}

	private String tail() {
		List<String> lines = output().lines().toList();
		return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
	}

}
