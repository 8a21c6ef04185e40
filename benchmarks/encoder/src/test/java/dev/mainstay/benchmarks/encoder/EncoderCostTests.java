package dev.mainstay.benchmarks.encoder;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
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

	private static final double ACCESS_LINE = 2_700;

	private static final double EXPORTED_ACCESS_LINE = 3_750;

	/** The limit for all tests is for those that hang; this one starts four JVMs. */
	@Test
	@Timeout(value = 10, unit = TimeUnit.MINUTES)
	void aLineAllocatesLittle() throws RunnerException {
		Map<String, Double> bytes = measure(
				options(EncoderBenchmark.class).param("encoder", "mainstay", "logstash-encoder"), "encoder", "event");
		assertThat(bytes).as("bytes of a line").hasSize(4);
		assertThat(bytes.get("mainstay plain")).as("plain: %s", bytes).isPositive().isLessThanOrEqualTo(KILOBYTE);
		assertThat(bytes.get("mainstay exception")).as("exception: %s", bytes)
			.isLessThanOrEqualTo(EXCEPTION_RATIO * bytes.get("logstash-encoder exception"));
	}

	/** As measured and a sixth more: the compiler does not decide the same way twice. */
	@Test
	@Timeout(value = 10, unit = TimeUnit.MINUTES)
	void aLineOfTheAccessLogAllocatesLittle() throws RunnerException {
		Map<String, Double> bytes = measure(options(AccessLineBenchmark.class), "line");
		assertThat(bytes).as("bytes of a line").hasSize(2);
		assertThat(bytes.get("written")).as("written: %s", bytes).isPositive().isLessThanOrEqualTo(ACCESS_LINE);
		assertThat(bytes.get("exported")).as("exported: %s", bytes).isLessThanOrEqualTo(EXPORTED_ACCESS_LINE);
	}

	private static ChainedOptionsBuilder options(Class<?> benchmark) {
		return new OptionsBuilder().include(benchmark.getName())
			.addProfiler(GCProfiler.class)
			.forks(1)
			.warmupIterations(3)
			.warmupTime(TimeValue.seconds(2))
			.measurementIterations(2)
			.measurementTime(TimeValue.seconds(2))
			.jvmArgs("-Xmx512m")
			.verbosity(VerboseMode.SILENT);
	}

	private static Map<String, Double> measure(ChainedOptionsBuilder options, String... names) throws RunnerException {
		Collection<RunResult> results = new Runner(options.build()).run();
		Map<String, Double> bytes = new TreeMap<>();
		for (RunResult result : results) {
			bytes.put(Arrays.stream(names).map(result.getParams()::getParam).collect(Collectors.joining(" ")),
					result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
		}
		return bytes;
	}

}
