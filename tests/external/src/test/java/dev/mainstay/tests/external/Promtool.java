package dev.mainstay.tests.external;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The tool of Prometheus.
 */
final class Promtool {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private final ExternalProgram program;

	private Promtool(ExternalProgram program) {
		this.program = program;
	}

	static Promtool find() {
		return new Promtool(ExternalProgram.find("promtool", "prometheus"));
	}

	/** What it says, and whether it was content. */
	Answer run(Path folder, String... arguments) throws IOException, InterruptedException {
		return this.program.run(folder, PATIENCE, arguments);
	}

	record Answer(int code, String text) {
	}

}
