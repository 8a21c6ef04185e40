package dev.mainstay.samples.badday;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The tools of the JDK that runs this program.
 */
final class Jdk {

	private Jdk() {
	}

	static String tool(String name) {
		return Path.of(System.getProperty("java.home"), "bin", name).toString();
	}

	/**
	 * Asks a running JVM by {@code jcmd}.
	 */
	static String ask(Process process, String command) {
		try {
			Process jcmd = new ProcessBuilder(tool("jcmd"), String.valueOf(process.pid()), command)
				.redirectErrorStream(true)
				.start();
			return new String(jcmd.getInputStream().readAllBytes(), Charset.defaultCharset());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Could not run jcmd, which comes with a JDK", ex);
		}
	}

	/**
	 * Counts the threads of the server that are inside a call of the application.
	 */
	static long threadsInside(Process process, String packageName) {
		return Arrays.stream(ask(process, "Thread.print").split("\n\n"))
			.filter((thread) -> thread.contains("-exec-") && thread.contains("at " + packageName))
			.count();
	}

}
