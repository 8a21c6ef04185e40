package dev.mainstay.benchmarks.calls;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

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
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * A call that succeeds at once, under all strategies of Mainstay and under those of what
 * a service might have in its place.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class CallBenchmark {

	/**
	 * What is around the call: the names in {@link Stacks}.
	 */
	@Param({ "none", "mainstay", "resilience4j", "failsafe", "failsafe-timeout", "spring" })
	public String stack;

	private Stack target;

	private final Supplier<Integer> work = () -> {
		Blackhole.consumeCPU(0);
		return 200;
	};

	/**
	 * Put the strategies together.
	 */
	@Setup
	public void start() {
		this.target = Stacks.named(this.stack);
	}

	/**
	 * Make the call.
	 * @return its result
	 */
	@Benchmark
	public int call() {
		return this.target.call(this.work);
	}

	/**
	 * Measure every stack.
	 * @param args not looked at
	 * @throws RunnerException if a measurement fails
	 */
	public static void main(String[] args) throws RunnerException {
		new Runner(new OptionsBuilder().include(CallBenchmark.class.getName())
			.addProfiler(GCProfiler.class)
			.jvmArgs("-Xmx512m")
			.build()).run();
	}

}
