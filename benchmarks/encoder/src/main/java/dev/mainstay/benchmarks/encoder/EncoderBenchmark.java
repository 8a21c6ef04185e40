package dev.mainstay.benchmarks.encoder;

import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
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
 * The bytes of a line from an event that Logback has made, by Mainstay and by what a
 * service might have in its place.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class EncoderBenchmark {

	/**
	 * Who encodes: the names in {@link Encoders}.
	 */
	@Param({ "mainstay", "logstash-encoder", "boot-logstash", "logstash-encoder-regex" })
	public String encoder;

	/**
	 * What was logged: a line with the ids of a request, or that with an exception.
	 */
	@Param({ "plain", "exception" })
	public String event;

	private Encoder<ILoggingEvent> target;

	private ILoggingEvent logged;

	/**
	 * Start the encoder.
	 */
	@Setup
	public void start() {
		this.target = Encoders.named(this.encoder);
		this.logged = this.event.equals("plain") ? Events.plain() : Events.withException();
	}

	/**
	 * Encode the event.
	 * @return its line
	 */
	@Benchmark
	public byte[] encode() {
		return this.target.encode(this.logged);
	}

	/**
	 * Measure every encoder with every event.
	 * @param args not looked at
	 * @throws RunnerException if a measurement fails
	 */
	public static void main(String[] args) throws RunnerException {
		new Runner(new OptionsBuilder().include(EncoderBenchmark.class.getName())
			.addProfiler(GCProfiler.class)
			.jvmArgs("-Xmx512m")
			.build()).run();
	}

}
