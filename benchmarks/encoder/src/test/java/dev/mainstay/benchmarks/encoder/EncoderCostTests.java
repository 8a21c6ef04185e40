package dev.mainstay.benchmarks.encoder;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what a log line may allocate beside the encoder that makes it. Times are only
 * looked at.
 */
class EncoderCostTests {

	private static final double KILOBYTE = 1024;

	private static final double EXCEPTION_RATIO = 1.5;

	/** The limit for all tests is for those that hang; this one starts four JVMs. */
	@Test
	@Timeout(value = 10, unit = TimeUnit.MINUTES)
	void aLineAllocatesLittle() throws RunnerException {
		Map<String, Double> bytes = measure();
		assertThat(bytes).as("bytes of a line").hasSize(4);
		assertThat(bytes.get("mainstay plain")).as("plain: %s", bytes).isPositive().isLessThanOrEqualTo(KILOBYTE);
		assertThat(bytes.get("mainstay exception")).as("exception: %s", bytes)
			.isLessThanOrEqualTo(EXCEPTION_RATIO * bytes.get("logstash-encoder exception"));
	}

	private static Map<String, Double> measure() throws RunnerException {
		Collection<RunResult> results = new Runner(new OptionsBuilder().include(EncoderBenchmark.class.getName())
			.addProfiler(GCProfiler.class)
			.param("encoder", "mainstay", "logstash-encoder")
			.forks(1)
			.warmupIterations(3)
			.warmupTime(TimeValue.seconds(2))
			.measurementIterations(2)
			.measurementTime(TimeValue.seconds(2))
			.jvmArgs("-Xmx512m")
			.verbosity(VerboseMode.SILENT)
			.build()).run();
		Map<String, Double> bytes = new TreeMap<>();
		for (RunResult result : results) {
			bytes.put(result.getParams().getParam("encoder") + " " + result.getParams().getParam("event"),
					result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
		}
		return bytes;
	}

}
