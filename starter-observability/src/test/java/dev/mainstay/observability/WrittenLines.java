package dev.mainstay.observability;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import dev.mainstay.observability.logging.LogSchema;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is written to standard output, of which every line of the published format has to
 * be of its schema.
 */
final class WrittenLines {

	private static final LogSchema SCHEMA = LogSchema.load();

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private final PrintStream before = System.out;

	private final PrintStream both = new PrintStream(this.bytes, true, StandardCharsets.UTF_8) {

		@Override
		public void write(byte[] bytes, int offset, int length) {
			super.write(bytes, offset, length);
			WrittenLines.this.before.write(bytes, offset, length);
			WrittenLines.this.before.flush();
		}

	};

	private WrittenLines() {
	}

	static WrittenLines record() {
		WrittenLines lines = new WrittenLines();
		System.setOut(lines.both);
		return lines;
	}

	/**
	 * Stop, and look at the lines.
	 */
	void check() {
		if (System.out == this.both) {
			System.setOut(this.before);
		}
		assertThat(this.bytes.toString(StandardCharsets.UTF_8).lines())
			.filteredOn((line) -> line.startsWith("{\"@timestamp\"") && !isOfSpringBoot(line))
			.allSatisfy((line) -> assertThat(SCHEMA.violations(line)).isEmpty());
	}

	private static boolean isOfSpringBoot(String line) {
		return line.contains("\"@version\"") || line.contains("\"ecs\":{");
	}

}
