package dev.mainstay.tests.harness;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What is written to standard output from now on, which goes where it went before as
 * well.
 */
final class RecordedOutput {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private final PrintStream before = System.out;

	private final PrintStream both = new PrintStream(this.bytes, true, StandardCharsets.UTF_8) {

		@Override
		public void write(byte[] bytes, int offset, int length) {
			super.write(bytes, offset, length);
			RecordedOutput.this.before.write(bytes, offset, length);
			RecordedOutput.this.before.flush();
		}

	};

	static RecordedOutput start() {
		RecordedOutput output = new RecordedOutput();
		System.setOut(output.both);
		return output;
	}

	/** Whoever has put a stream in front meanwhile keeps it. */
	List<String> stop() {
		if (System.out == this.both) {
			System.setOut(this.before);
		}
		return this.bytes.toString(StandardCharsets.UTF_8).lines().toList();
	}

}
