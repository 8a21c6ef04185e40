package dev.mainstay.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * A request over a connection that is kept, to a service on Tomcat in this JVM that has
 * the core starter on its class path or not. The profiler {@code gc} counts what all
 * threads allocate.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class RequestBenchmark {

	private static final String ORDER = "{\"customer\":\"Ada\",\"items\":[{\"sku\":\"A-1\",\"quantity\":2},"
			+ "{\"sku\":\"B-7\",\"quantity\":1}]}";

	/**
	 * Whether Mainstay is not there, as on the day it is added, enforced, or switched
	 * off.
	 */
	@Param({ "bare", "report", "enforce", "off" })
	public String service;

	/**
	 * What is sent: nothing, a body that is validated, or one for which that was
	 * forgotten.
	 */
	@Param({ "get", "post", "forgotten" })
	public String request;

	private WorldApplication application;

	private Connection connection;

	private byte[] bytes;

	/**
	 * Start the service. The endpoint is not exposed, since Spring compares the path of a
	 * request with that of each: this is about filters, advices and resolvers.
	 * @throws IOException if it cannot be reached
	 */
	@Setup
	public void start() throws IOException {
		String setting = switch (this.service) {
			case "enforce" -> "--mainstay.mode=enforce";
			case "off" -> "--mainstay.enabled=false";
			default -> "--mainstay.mode=report";
		};
		World world = this.service.equals("bare") ? World.bare() : World.hardened();
		this.application = world.start(BenchmarkApplication.class, setting,
				"--server.tomcat.max-keep-alive-requests=-1", "--server.tomcat.threads.max=2",
				"--logging.level.root=warn", "--management.endpoints.web.exposure.exclude=mainstay,hardening");
		this.connection = new Connection(Integer.parseInt(this.application.property("local.server.port")));
		this.bytes = bytes().getBytes(StandardCharsets.UTF_8);
	}

	private String bytes() {
		if (this.request.equals("get")) {
			return "GET /orders/7 HTTP/1.1\r\nHost: localhost\r\n\r\n";
		}
		return "POST " + (this.request.equals("post") ? "/orders" : "/forgotten")
				+ " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: " + ORDER.length()
				+ "\r\n\r\n" + ORDER;
	}

	/**
	 * Send a request and read the answer.
	 * @return the length of the answer
	 * @throws IOException if there is no good answer
	 */
	@Benchmark
	public int exchange() throws IOException {
		return this.connection.exchange(this.bytes);
	}

	/**
	 * Stop the service.
	 * @throws IOException if the connection cannot be closed
	 */
	@TearDown
	public void stop() throws IOException {
		this.connection.close();
		this.application.close();
	}

	/**
	 * Measure every service with every request.
	 * @param args not looked at
	 * @throws RunnerException if a measurement fails
	 */
	public static void main(String[] args) throws RunnerException {
		new Runner(new OptionsBuilder().include(RequestBenchmark.class.getName())
			.addProfiler(GCProfiler.class)
			.jvmArgs("-Xmx512m")
			.build()).run();
	}

}
