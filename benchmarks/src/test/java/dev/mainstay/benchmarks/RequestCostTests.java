package dev.mainstay.benchmarks;

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
 * Holds what a good request may allocate besides. Bytes do not depend on the machine;
 * times do, and are only looked at.
 */
class RequestCostTests {

	/** What holds today. The target is one kilobyte. */
	private static final int ALLOWED = 8 * 1024;

	/** Two runs of the same service differ by this much. */
	private static final int NOISE = 1024;

	/** On its way Mainstay does all that it does for any good request. */
	private static final String REQUEST = "forgotten";

	/** The limit for all tests is for those that hang; this one starts four services. */
	@Test
	@Timeout(value = 15, unit = TimeUnit.MINUTES)
	void aGoodRequestAllocatesLittleMoreAndNothingWhenSwitchedOff() throws RunnerException {
		Map<String, Double> bytes = measure();
		assertThat(bytes).as("bytes of a request").containsOnlyKeys("bare", "report", "enforce", "off");
		double bare = bytes.get("bare");
		assertThat(bytes.get("report") - bare).as("in report: %s", bytes).isLessThanOrEqualTo(ALLOWED);
		assertThat(bytes.get("enforce") - bare).as("enforced: %s", bytes).isLessThanOrEqualTo(ALLOWED);
		assertThat(bytes.get("off") - bare).as("switched off: %s", bytes).isLessThanOrEqualTo(NOISE);
	}

	private static Map<String, Double> measure() throws RunnerException {
		Collection<RunResult> results = new Runner(new OptionsBuilder().include(RequestBenchmark.class.getName())
			.addProfiler(GCProfiler.class)
			.warmupIterations(4)
			.warmupTime(TimeValue.seconds(4))
			.measurementIterations(2)
			.measurementTime(TimeValue.seconds(3))
			.jvmArgs("-Xmx512m")
			.verbosity(VerboseMode.SILENT)
			.build()).run();
		Map<String, Double> bytes = new TreeMap<>();
		for (RunResult result : results) {
			bytes.put(result.getParams().getParam("service"),
					result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
		}
		return bytes;
	}

}
