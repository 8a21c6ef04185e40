package dev.mainstay.benchmarks.service;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The service in a process of its own, whose lines nobody keeps.
 */
public final class Service implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	/** Behind the size of a chunk, if there is one. */
	private static final Pattern NUMBERS = Pattern.compile("(?:^|\\n)(\\d+)(?: (\\d+))?(?:\\r\\n0|$)");

	private final Process process;

	private final int port;

	private Service(Process process, int port) {
		this.process = process;
		this.port = port;
	}

	/**
	 * Start the service and wait until it answers.
	 * @param variant what is around it
	 * @param endpoint where it sends its telemetry
	 */
	static Service start(Variant variant, String endpoint) throws IOException, InterruptedException {
		List<String> options = new ArrayList<>(List.of("-Xms256m", "-Xmx256m", "-cp", variant.classPath()));
		String more = System.getProperty("service.options", "");
		if (!more.isEmpty()) {
			options.addAll(List.of(more.replace("{}", variant.name()).split(" ")));
		}
		return start(options, ServiceApplication.class,
				Stream
					.concat(Stream.of("--management.endpoint.health.probes.enabled=true"), variant.arguments(endpoint))
					.toList());
	}

	/**
	 * Start a service that answers {@code /usage} with what {@link Usage} says, and wait
	 * until it does.
	 * @param options of its JVM, the class path among them
	 * @param application its class
	 * @param arguments its arguments, but for its port
	 * @return the service
	 * @throws IOException if it does not start
	 * @throws InterruptedException if interrupted
	 */
	public static Service start(List<String> options, Class<?> application, List<String> arguments)
			throws IOException, InterruptedException {
		List<String> command = new ArrayList<>();
		command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
		command.addAll(options);
		command.add(application.getName());
		command.addAll(arguments);
		return start(command, ProcessBuilder.Redirect.DISCARD);
	}

	/**
	 * Start a service that answers {@code /usage} with what {@link Usage} says, and wait
	 * until it does.
	 * @param command its command, but for its port
	 * @param output where its lines go
	 * @return the service
	 * @throws IOException if it does not start
	 * @throws InterruptedException if interrupted
	 */
	public static Service start(List<String> command, ProcessBuilder.Redirect output)
			throws IOException, InterruptedException {
		int port = freePort();
		List<String> whole = new ArrayList<>(command);
		whole.add("--server.port=" + port);
		Service service = new Service(
				new ProcessBuilder(whole).redirectOutput(output).redirectError(ProcessBuilder.Redirect.INHERIT).start(),
				port);
		service.awaitAnswer();
		return service;
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private void awaitAnswer() throws IOException, InterruptedException {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (true) {
			try {
				get("/usage");
				return;
			}
			catch (IOException ex) {
				if (!this.process.isAlive() || System.nanoTime() > deadline) {
					close();
					throw ex;
				}
				TimeUnit.MILLISECONDS.sleep(100);
			}
		}
	}

	/**
	 * Where it answers.
	 * @return the port on this machine
	 */
	public int port() {
		return this.port;
	}

	/**
	 * What the whole process has used of the processors, its compiler included.
	 * @return the time of all processors
	 */
	public Duration processorTime() {
		return this.process.info().totalCpuDuration().orElseThrow();
	}

	/**
	 * What it has allocated since it started.
	 * @return bytes
	 * @throws IOException if it does not answer
	 */
	public long allocatedBytes() throws IOException {
		return number("/usage", 1);
	}

	/** How long its compiler was at work since it started. */
	Duration compilerTime() throws IOException {
		return Duration.ofMillis(number("/usage", 2));
	}

	/**
	 * Its process, for what the system tells of it.
	 * @return the id
	 */
	public long pid() {
		return this.process.pid();
	}

	/**
	 * What is on the heap after its garbage was collected.
	 * @return bytes
	 * @throws IOException if it does not answer
	 */
	public long liveBytes() throws IOException {
		return number("/heap", 1);
	}

	private long number(String path, int group) throws IOException {
		String answer = get(path);
		Matcher matcher = NUMBERS.matcher(answer);
		if (!matcher.find()) {
			throw new IOException(answer);
		}
		return Long.parseLong(matcher.group(group));
	}

	/**
	 * The body of a good answer.
	 * @param path what is asked for
	 * @return the body, with the sizes of its chunks if it has some
	 * @throws IOException if there is another answer or none
	 */
	public String get(String path) throws IOException {
		try (Connection connection = new Connection(this.port)) {
			int status = connection
				.exchange(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\nConnection: close\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			if (status != 200) {
				throw new IOException(path + " answers " + status);
			}
			return connection.lastAnswer();
		}
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(20, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

}
