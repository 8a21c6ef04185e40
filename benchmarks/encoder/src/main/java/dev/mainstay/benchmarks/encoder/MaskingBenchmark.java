package dev.mainstay.benchmarks.encoder;

import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.mainstay.observability.masking.MaskingEngine;
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
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * A text through the masking engine: twice the size has to take twice the time.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class MaskingBenchmark {

	/**
	 * How many characters the text has.
	 */
	@Param({ "65536", "131072", "262144", "524288", "1048576" })
	public int size;

	/**
	 * What it is made of: frames of a stack trace, beginnings of secrets that end
	 * nowhere, or secrets.
	 */
	@Param({ "frames", "hostile", "secrets" })
	public String text;

	private final MaskingEngine engine = MaskingEngine.create(List.of());

	private String input;

	/**
	 * Make the text.
	 */
	@Setup
	public void make() {
		this.input = text(this.text, this.size);
	}

	static String text(String kind, int size) {
		String unit = switch (kind) {
			case "frames" -> "\tat com.example.orders.OrderService.place(OrderService.java:42)\n";
			case "hostile" -> "password=\"eyJ<token>https://a:4111 Bearer -----BEGIN RSA PRIVATE KEY----- ";
			default -> "password=hunter2 card 4111 1111 1111 1111 of Ada, ";
		};
		return unit.repeat(size / unit.length() + 1).substring(0, size);
	}

	/**
	 * Mask the text.
	 * @return what is left of it
	 */
	@Benchmark
	public String mask() {
		return this.engine.mask(this.input);
	}

	/**
	 * Measure every text in every size.
	 * @param args not looked at
	 * @throws RunnerException if a measurement fails
	 */
	public static void main(String[] args) throws RunnerException {
		new Runner(new OptionsBuilder().include(MaskingBenchmark.class.getName())
			.addProfiler(GCProfiler.class)
			.jvmArgs("-Xmx512m")
			.build()).run();
	}

}
