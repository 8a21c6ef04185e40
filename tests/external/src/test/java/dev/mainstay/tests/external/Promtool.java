package dev.mainstay.tests.external;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The tool of Prometheus, from where {@code -Dmainstay.promtool} says or from the path.
 */
final class Promtool {

	private static final String PROPERTY = "mainstay.promtool";

	private final Path program;

	private Promtool(Path program) {
		this.program = program;
	}

	static Promtool find() {
		String named = System.getProperty(PROPERTY);
		Stream<Path> places = (named != null) ? Stream.of(Path.of(named))
				: Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
					.map((folder) -> Path.of(folder, "promtool"));
		return places.filter(Files::isExecutable)
			.findFirst()
			.map(Promtool::new)
			.orElseThrow(() -> new AssertionError("promtool is missing" + ((named != null) ? " at " + named : "")
					+ ". Install Debian's package prometheus, or point -D" + PROPERTY + " at the program"));
	}

	/** What it says, and whether it was content. */
	Answer run(Path folder, String... arguments) throws IOException, InterruptedException {
		Path output = Files.createTempFile(folder, "promtool", ".txt");
		Process process = new ProcessBuilder(
				Stream.concat(Stream.of(this.program.toString()), Arrays.stream(arguments)).toList())
			.directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		try {
			if (!process.waitFor(3, TimeUnit.MINUTES)) {
				throw new AssertionError("promtool did not end: " + List.of(arguments));
			}
		}
		finally {
			process.destroyForcibly();
		}
		return new Answer(process.exitValue(), Files.readString(output));
	}

	record Answer(int code, String text) {
	}

}
