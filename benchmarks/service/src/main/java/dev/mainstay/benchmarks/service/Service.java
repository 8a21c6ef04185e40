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

/**
 * The service in a process of its own, whose lines nobody keeps.
 */
final class Service implements AutoCloseable {

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
		int port = freePort();
		List<String> command = new ArrayList<>();
		command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
		command.addAll(List.of("-Xms256m", "-Xmx256m", "-cp", variant.classPath()));
		String options = System.getProperty("service.options", "");
		if (!options.isEmpty()) {
			command.addAll(1, List.of(options.replace("{}", variant.name()).split(" ")));
		}
		command.add(ServiceApplication.class.getName());
		command.addAll(List.of("--server.port=" + port, "--management.endpoint.health.probes.enabled=true"));
		variant.arguments(endpoint).forEach(command::add);
		Service service = new Service(new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start(), port);
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

	int port() {
		return this.port;
	}

	/** What the whole process has used of the processors, its compiler included. */
	Duration processorTime() {
		return this.process.info().totalCpuDuration().orElseThrow();
	}

	/** What it has allocated since it started. */
	long allocatedBytes() throws IOException {
		return number("/usage", 1);
	}

	/** How long its compiler was at work since it started. */
	Duration compilerTime() throws IOException {
		return Duration.ofMillis(number("/usage", 2));
	}

	/** What is on the heap after its garbage was collected. */
	long liveBytes() throws IOException {
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

	/** The body of a good answer. */
	String get(String path) throws IOException {
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
