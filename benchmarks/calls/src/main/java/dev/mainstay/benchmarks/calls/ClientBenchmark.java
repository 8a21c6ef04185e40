package dev.mainstay.benchmarks.calls;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

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
 * A call of Spring Boot's own {@code RestClient} to a dependency that answers after a
 * millisecond. The profiler {@code gc} counts what all threads allocate.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class ClientBenchmark {

	/**
	 * What the call is made under: the names in {@link Client}.
	 */
	@Param({ "plain", "defaults", "policy" })
	public String policy;

	/**
	 * The HTTP client.
	 */
	@Param({ "http-components", "jdk" })
	public String factory;

	private Stub stub;

	private Client client;

	/**
	 * Start the dependency and the client.
	 */
	@Setup
	public void start() {
		this.stub = Stub.answeringAfter(Duration.ofMillis(1));
		this.client = Client.start(this.policy, this.factory, this.stub.url());
	}

	/**
	 * Make the call.
	 * @return the body of its answer
	 */
	@Benchmark
	public String call() {
		return this.client.call();
	}

	/**
	 * Stop both.
	 */
	@TearDown
	public void stop() {
		this.client.close();
		this.stub.close();
	}

	/**
	 * Measure every client with every policy.
	 * @param args not looked at
	 * @throws RunnerException if a measurement fails
	 */
	public static void main(String[] args) throws RunnerException {
		new Runner(new OptionsBuilder().include(ClientBenchmark.class.getName())
			.addProfiler(GCProfiler.class)
			.jvmArgs("-Xmx512m")
			.build()).run();
	}

}
