package dev.mainstay.tests.harness;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An application in a JVM of its own, with the class path of the test that starts it:
 * what is set once per JVM, such as logging, is then set by this application alone.
 */
public final class ApplicationProcess implements AutoCloseable {

	private static final long SECONDS = 90;

	/** Both servers say it, in text as well as in JSON. */
	private static final Pattern PORT = Pattern.compile("started on port (\\d+)");

	/** From this version on the JVM itself writes lines about what Netty loads. */
	private static final int WARNS_OF_NATIVE_ACCESS = 24;

	/** What the machine sets for other applications would also configure this one. */
	private static final Pattern SETTINGS = Pattern.compile(
			"(?:MAINSTAY|SPRING|MANAGEMENT|LOGGING|SERVER|OTEL)_.*|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|_JAVA_OPTIONS");

	private final Process process;

	private final List<String> lines = new CopyOnWriteArrayList<>();

	private final CompletableFuture<Integer> port = new CompletableFuture<>();

	private final CompletableFuture<Boolean> started = new CompletableFuture<>();

	private ApplicationProcess(Process process) {
		this.process = process;
		Thread reader = new Thread(this::read, "application-output");
		reader.setDaemon(true);
		reader.start();
	}

	/**
	 * Start an application that stays, on any free port.
	 * @param main its main class
	 * @param extraClassPath a directory in front of the class path, may be empty
	 * @param arguments its arguments
	 * @return the application, which has said that it started
	 */
	public static ApplicationProcess start(Class<?> main, String extraClassPath, String... arguments) {
		return started(launch(List.of(), main, extraClassPath, arguments));
	}

	/**
	 * Start an application that stays, on any free port, with an agent in its JVM.
	 * @param jvm options for the JVM, such as {@code -javaagent}
	 * @param main its main class
	 * @param arguments its arguments
	 * @return the application, which has said that it started
	 */
	public static ApplicationProcess start(List<String> jvm, Class<?> main, String... arguments) {
		return started(launch(jvm, main, "", arguments));
	}

	private static ApplicationProcess started(Process process) {
		ApplicationProcess application = new ApplicationProcess(process);
		application.await(application.started, "say that it started");
		return application;
	}

	/**
	 * Run an application that ends by itself.
	 * @param main its main class
	 * @param arguments its arguments
	 * @return the lines that it wrote
	 */
	public static List<String> run(Class<?> main, String... arguments) {
		try (ApplicationProcess application = new ApplicationProcess(launch(List.of(), main, "", arguments))) {
			application.await(application.process.onExit(), "end");
			application.await(application.port.handle((port, failure) -> true), "close its output");
			return application.lines();
		}
	}

	private static Process launch(List<String> jvm, Class<?> main, String extraClassPath, String... arguments) {
		List<String> command = new ArrayList<>();
		command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
		command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
		if (Runtime.version().feature() >= WARNS_OF_NATIVE_ACCESS) {
			command.add("--enable-native-access=ALL-UNNAMED");
		}
		command.addAll(jvm);
		command.add("-cp");
		String classPath = System.getProperty("java.class.path");
		command.add(extraClassPath.isEmpty() ? classPath : extraClassPath + File.pathSeparator + classPath);
		command.add(main.getName());
		command.add("--server.port=0");
		command.addAll(List.of(arguments));
		try {
			ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
			builder.environment().keySet().removeIf((name) -> SETTINGS.matcher(name).matches());
			return builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void read() {
		try (BufferedReader output = this.process.inputReader()) {
			for (String line = output.readLine(); line != null; line = output.readLine()) {
				this.lines.add(line);
				Matcher matcher = PORT.matcher(line);
				if (matcher.find()) {
					this.port.complete(Integer.valueOf(matcher.group(1)));
				}
				if (line.contains("Started ") && line.contains(" seconds")) {
					this.started.complete(true);
				}
			}
		}
		catch (IOException ex) {
			this.started.completeExceptionally(ex);
		}
		this.started.completeExceptionally(new IllegalStateException("The application ended"));
		this.port.completeExceptionally(new IllegalStateException("The application ended"));
	}

	private <T> T await(CompletableFuture<T> future, String expectation) {
		try {
			return future.get(SECONDS, TimeUnit.SECONDS);
		}
		catch (ExecutionException | TimeoutException ex) {
			this.process.destroyForcibly();
			throw new IllegalStateException(
					"The application did not " + expectation + ". It wrote:\n" + String.join("\n", this.lines), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Talk to the application.
	 * @return a client for its port
	 */
	public Http http() {
		return new Http(await(this.port, "listen on a port"));
	}

	/**
	 * What the application wrote so far, both streams together.
	 * @return a snapshot of the lines
	 */
	public List<String> lines() {
		return List.copyOf(this.lines);
	}

	/**
	 * Wait until the application has written so many lines that contain a text. A line
	 * may come after the answer to the request that it is about.
	 * @param text the text
	 * @param atLeast how many lines to wait for
	 * @return all lines with the text so far
	 */
	public List<String> linesWith(String text, int atLeast) {
		long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
		List<String> found = find(text);
		while (found.size() < atLeast) {
			if (System.nanoTime() - deadline > 0) {
				throw new IllegalStateException("There are not " + atLeast + " lines with '" + text
						+ "'. The application wrote:\n" + String.join("\n", this.lines));
			}
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
			found = find(text);
		}
		return found;
	}

	private List<String> find(String text) {
		return this.lines.stream().filter((line) -> line.contains(text)).toList();
	}

	/**
	 * Wait until the application has said what Mainstay does in it.
	 * @return the start block: one event in JSON, in text the first line and those below
	 */
	public String startBlock() {
		String first = linesWith("Mainstay is in mode", 1).get(0);
		if (first.startsWith("{")) {
			return first;
		}
		List<String> written = lines();
		int begin = written.indexOf(first);
		int end = begin + 1;
		while (end < written.size() && written.get(end).startsWith("  ")) {
			end++;
		}
		return String.join("\n", written.subList(begin, end));
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(10, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

}
