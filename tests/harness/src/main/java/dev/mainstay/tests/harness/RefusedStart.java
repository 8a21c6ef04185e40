package dev.mainstay.tests.harness;

import java.util.function.Supplier;

/**
 * A start that is to be refused, and what it says.
 */
public final class RefusedStart {

	private RefusedStart() {
	}

	/**
	 * Start an application that must not start.
	 * @param start starts it
	 * @return what it wrote to standard output, as it would be read in a terminal
	 * @throws AssertionError if it started
	 */
	public static String of(Supplier<WorldApplication> start) {
		RecordedOutput output = RecordedOutput.start();
		WorldApplication started;
		try {
			started = start.get();
		}
		catch (IllegalStateException ex) {
			return String.join("\n", output.stop()).replace("\\\"", "\"").replace("\\n", "\n");
		}
		started.close();
		output.stop();
		throw new AssertionError("The application has started");
	}

}
