package dev.mainstay.tests.external;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import dev.mainstay.observability.slo.generate.SloFiles;
import dev.mainstay.tests.harness.Await;
import dev.mainstay.tests.harness.Http;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A real Prometheus in a process of its own, on loopback, with the configuration of the
 * stack and everything that it writes in one folder. One that runs as a service on this
 * machine is not touched.
 */
final class Prometheus implements AutoCloseable {

	private static final JsonMapper JSON = new JsonMapper();

	private final Process process;

	private final Path log;

	private final Http http;

	private Prometheus(Process process, Path log, int port) {
		this.process = process;
		this.log = log;
		this.http = new Http(port);
	}

	/**
	 * Start it.
	 * @param folder where everything of it is
	 * @param every how often it scrapes, and runs the rules
	 * @param rules the rules
	 * @param target the port of the service
	 */
	static Prometheus start(Path folder, Duration every, String rules, int target) throws IOException {
		ExternalProgram program = ExternalProgram.find("prometheus", "prometheus");
		configure(folder, every.toSeconds() + "s", rules, target);
		int port = freePort();
		Path log = folder.resolve("prometheus.log");
		Process process = new ProcessBuilder(program.path(), "--config.file=prometheus.yml", "--storage.tsdb.path=data",
				"--enable-feature=exemplar-storage", "--web.listen-address=127.0.0.1:" + port)
			.directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		Prometheus prometheus = new Prometheus(process, log, port);
		try {
			Await.until(prometheus::assertReady);
		}
		catch (AssertionError | RuntimeException ex) {
			prometheus.close();
			throw ex;
		}
		return prometheus;
	}

	private static void configure(Path folder, String every, String rules, int target) throws IOException {
		String configuration = Files.readString(ObservedOrders.STACK.resolve("prometheus.yml"));
		assertThat(configuration).contains("interval: 15s");
		Files.writeString(folder.resolve("prometheus.yml"),
				configuration.replace("interval: 15s", "interval: " + every));
		String targets = Files.readString(ObservedOrders.STACK.resolve("targets.yml"));
		assertThat(targets).contains("localhost:8080");
		Files.writeString(folder.resolve("targets.yml"), targets.replace("localhost:8080", "127.0.0.1:" + target));
		Path slo = Files.createDirectories(folder.resolve("slo"));
		Files.writeString(slo.resolve(SloFiles.RULES), rules);
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private void assertReady() {
		try {
			assertThat(this.process.isAlive()).as(() -> "Prometheus runs. It said:\n" + log()).isTrue();
			assertThat(this.http.get("/-/ready").statusCode()).isEqualTo(200);
		}
		catch (IllegalStateException ex) {
			throw new AssertionError("Prometheus does not listen. It said:\n" + log(), ex);
		}
	}

	/** Fails with what it says of the service if it cannot read its metrics. */
	void assertScrapes() {
		assertThat(get("targets").path("activeTargets").valueStream()).isNotEmpty()
			.allSatisfy((target) -> assertThat(target.path("health").asString()).as(target.path("lastError").asString())
				.isEqualTo("up"));
	}

	private String log() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

	/** The series that an expression has now. */
	JsonNode now(String expression) {
		return get("query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8)).path("result");
	}

	/** The series that an expression had. */
	JsonNode overTime(String expression, Instant from, Instant to, Duration step) {
		return get("query_range?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8) + "&start="
				+ from.getEpochSecond() + "&end=" + to.getEpochSecond() + "&step=" + step.toSeconds())
			.path("result");
	}

	JsonNode rules() {
		return get("rules").path("groups");
	}

	private JsonNode get(String path) {
		HttpResponse<String> answer = this.http.get("/api/v1/" + path);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return JSON.readTree(answer.body()).path("data");
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(10, TimeUnit.SECONDS)) {
				this.process.destroyForcibly().waitFor();
			}
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

}
