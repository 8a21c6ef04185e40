package dev.mainstay.tests.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/**
 * Stands where the log goes: keeps what was written since it was last asked. Thread-safe.
 */
final class LogWatch {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	/** To be called before the log is set up, which keeps what it finds there. */
	static LogWatch install() {
		LogWatch watch = new LogWatch();
		System.setOut(new PrintStream(watch.bytes, true));
		return watch;
	}

	byte[] take() {
		synchronized (this.bytes) {
			byte[] taken = this.bytes.toByteArray();
			this.bytes.reset();
			return taken;
		}
	}

}
