package dev.mainstay.tests.external;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.mainstay.tests.external.Promtool.Answer;

/**
 * A program that is no Java, from where {@code -Dmainstay.<name>} says or from the path.
 *
 * @param path where it is
 */
record ExternalProgram(String path) {

	/**
	 * Find it, or fail with what to install.
	 * @param name its name
	 * @param debian the package of Debian that it comes with
	 */
	static ExternalProgram find(String name, String debian) {
		String property = "mainstay." + name;
		String named = System.getProperty(property);
		Stream<Path> places = (named != null) ? Stream.of(Path.of(named))
				: Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).map((folder) -> Path.of(folder, name));
		return places.filter(Files::isExecutable)
			.findFirst()
			.map((program) -> new ExternalProgram(program.toAbsolutePath().toString()))
			.orElseThrow(() -> new AssertionError(name + " is missing" + ((named != null) ? " at " + named : "")
					+ ": apt-get install " + debian + ", or point -D" + property + " at the program"));
	}

	/** Runs it to its end: what it says, and whether it was content. */
	Answer run(Path folder, Duration patience, String... arguments) throws IOException, InterruptedException {
		return run(folder, patience, Map.of(), arguments);
	}

	/** The same, with variables in its environment. */
	Answer run(Path folder, Duration patience, Map<String, String> variables, String... arguments)
			throws IOException, InterruptedException {
		Path output = Files.createTempFile("mainstay", ".txt");
		ProcessBuilder builder = new ProcessBuilder(
				Stream.concat(Stream.of(this.path), Arrays.stream(arguments)).toList())
			.directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile());
		builder.environment().putAll(variables);
		Process process = builder.start();
		try {
			if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new AssertionError(this.path + " did not end: " + List.of(arguments));
			}
			return new Answer(process.exitValue(), Files.readString(output));
		}
		finally {
			process.destroyForcibly();
			Files.delete(output);
		}
	}

}
