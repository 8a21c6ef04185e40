package dev.mainstay.samples.badday;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The tools of the JDK that runs this program.
 */
final class Jdk {

	/** Tomcat's workers, Netty's event loops and where Reactor puts what blocks. */
	private static final Pattern SERVER_THREAD = Pattern
		.compile("^\"(\\S+-exec-|\\S+-http-(nio|epoll|kqueue)-|boundedElastic-)\\d+\"");

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
			String answer = new String(jcmd.getInputStream().readAllBytes(), Charset.defaultCharset());
			if (jcmd.waitFor() != 0) {
				throw new IllegalStateException("jcmd " + command + " failed: " + answer.strip());
			}
			return answer;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while jcmd was running", ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Could not run jcmd, which comes with a JDK", ex);
		}
	}

	/**
	 * Counts the threads of the server that are inside a call of the application.
	 */
	static Count threadsInside(Process process, String packageName) {
		List<String> threads = Arrays.stream(ask(process, "Thread.print").split("\n\n"))
			.filter((thread) -> SERVER_THREAD.matcher(thread).find())
			.toList();
		return Count.of(threads.stream().filter((thread) -> thread.contains("at " + packageName)).count(),
				threads.size());
	}

}
