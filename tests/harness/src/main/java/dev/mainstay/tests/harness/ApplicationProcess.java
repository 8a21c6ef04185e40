package dev.mainstay.tests.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
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

	private final Process process;

	private final List<String> lines = new CopyOnWriteArrayList<>();

	private final CompletableFuture<Integer> port = new CompletableFuture<>();

	private final CompletableFuture<Boolean> started = new CompletableFuture<>();

	private final Thread reader = new Thread(this::read, "application-output");

	/** What it was writing may be half a line. */
	private volatile boolean killed;

	private ApplicationProcess(Process process) {
		this.process = process;
		this.reader.setDaemon(true);
		this.reader.start();
	}

	/**
	 * Start an application that stays, on any free port.
	 * @param main its main class
	 * @param extraClassPath a directory in front of the class path, may be empty
	 * @param arguments its arguments
	 * @return the application, which has said that it started
	 */
	public static ApplicationProcess start(Class<?> main, String extraClassPath, String... arguments) {
		return start(Launch.of(main).withClassPath(extraClassPath), arguments);
	}

	/**
	 * Start an application that stays, on any free port.
	 * @param launch how
	 * @param arguments its arguments
	 * @return the application, which has said that it started
	 */
	public static ApplicationProcess start(Launch launch, String... arguments) {
		ApplicationProcess application = new ApplicationProcess(launch.start(arguments));
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
		try (ApplicationProcess application = new ApplicationProcess(Launch.of(main).start(arguments))) {
			application.await(application.process.onExit(), "end");
			application.await(application.port.handle((port, failure) -> true), "close its output");
			return application.lines();
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
		return new Http(port());
	}

	/**
	 * Where the application listens.
	 * @return its port
	 */
	public int port() {
		return await(this.port, "listen on a port");
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
		long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
		List<String> block = blockAfter(first);
		List<String> before = List.of();
		// It is written at once, but read line by line.
		while ((block.size() == 1 || !block.equals(before)) && System.nanoTime() - deadline < 0) {
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
			before = block;
			block = blockAfter(first);
		}
		return String.join("\n", block);
	}

	private List<String> blockAfter(String first) {
		List<String> written = lines();
		int begin = written.indexOf(first);
		int end = begin + 1;
		while (end < written.size() && written.get(end).startsWith("  ")) {
			end++;
		}
		return written.subList(begin, end);
	}

	/**
	 * End the application at once, as {@code kill -9} does, and wait until it is gone and
	 * all that it wrote is read.
	 */
	public void kill() {
		this.killed = true;
		this.process.destroyForcibly();
		awaitEnd(Duration.ofSeconds(SECONDS));
	}

	/**
	 * Let the application do nothing at all until it is thawed; what is sent to it waits.
	 */
	public void freeze() {
		signal("STOP");
	}

	/**
	 * Let a frozen application go on, to which no time has passed.
	 */
	public void thaw() {
		signal("CONT");
	}

	/**
	 * Ask the application to end, as whoever runs it does before an update. Does not wait
	 * for it.
	 */
	public void terminate() {
		signal("TERM");
	}

	/**
	 * Wait until the application has ended, and all that it wrote is read.
	 * @param patience how long
	 * @return whether it has
	 */
	public boolean awaitEnd(Duration patience) {
		try {
			if (!this.process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
				return false;
			}
			this.reader.join(patience.toMillis());
			return !this.reader.isAlive();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private void signal(String name) {
		try {
			new ProcessBuilder("kill", "-" + name, Long.toString(this.process.pid())).start().waitFor();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		if (this.killed) {
			return;
		}
		this.process.destroy();
		try {
			if (this.process.waitFor(10, TimeUnit.SECONDS)) {
				this.reader.join(TimeUnit.SECONDS.toMillis(10));
				LogSchemaCheck.check(lines());
			}
			else {
				// What it was writing then may be half a line.
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

}
