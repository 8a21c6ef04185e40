package dev.mainstay.benchmarks.security;

import java.io.IOException;
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
 * A request over a connection that is kept, to a service on Tomcat in this JVM whose
 * headers or whose guard is there or not. The profiler {@code gc} counts what all threads
 * allocate.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class SecurityBenchmark {

	/**
	 * Which service it is, and what is sent to it: its headers are its own, those of
	 * Mainstay in either mode, or written by Spring Security; its endpoint is guarded or
	 * exposed by the application itself.
	 */
	@Param({ "without/json", "without/browser", "without/page", "report/json", "report/browser", "report/page",
			"enforce/json", "enforce/browser", "enforce/page", "spring-security/json", "open/endpoint", "open/token",
			"guarded/endpoint", "guarded/token", "unguarded/json" })
	public String exchange;

	private Exchange open;

	/**
	 * Start the service.
	 * @throws IOException if it cannot be reached
	 */
	@Setup
	public void start() throws IOException {
		String[] names = this.exchange.split("/");
		this.open = Exchange.open(names[0], names[1]);
	}

	/**
	 * Send a request and read the answer.
	 * @return the length of the answer
	 * @throws IOException if there is no good answer
	 */
	@Benchmark
	public int exchange() throws IOException {
		return this.open.run();
	}

	/**
	 * Stop the service.
	 * @throws IOException if the connection cannot be closed
	 */
	@TearDown
	public void stop() throws IOException {
		this.open.close();
	}

	/**
	 * Measure every exchange.
	 * @param args not looked at
	 * @throws RunnerException if a measurement fails
	 */
	public static void main(String[] args) throws RunnerException {
		new Runner(new OptionsBuilder().include(SecurityBenchmark.class.getName())
			.addProfiler(GCProfiler.class)
			.jvmArgs("-Xmx512m")
			.build()).run();
	}

}
