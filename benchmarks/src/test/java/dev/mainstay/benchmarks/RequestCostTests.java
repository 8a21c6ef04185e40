package dev.mainstay.benchmarks;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

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
 * Holds what a good request may allocate besides, before the optimising compiler has
 * looked at it: what that one removes differs by a kilobyte from one run to the next,
 * while what the first compiler does is the same on every machine. Times are only looked
 * at.
 */
class RequestCostTests {

	private static final int KILOBYTE = 1024;

	/**
	 * Half of it are iterators over the filters of Logback, one for each line that might
	 * be logged, which the optimising compiler removes.
	 */
	private static final int WITH_BODY = 2 * KILOBYTE;

	private static final int RUNS = 3;

	/** Two runs of the same service differ by this much. */
	private static final int NOISE = 256;

	/** The limit for all tests is for those that hang; this one starts eight services. */
	@Test
	@Timeout(value = 15, unit = TimeUnit.MINUTES)
	void aGoodRequestAllocatesLittleMoreAndNothingWhenSwitchedOff() throws RunnerException {
		Map<String, Double> bytes = measure();
		for (int run = 1; run < RUNS && !isWithinLimits(bytes); run++) {
			measure().forEach((service, again) -> bytes.merge(service, again, Math::min));
		}
		assertThat(bytes).as("bytes of a request").hasSize(8);
		for (String service : new String[] { "report", "enforce" }) {
			assertThat(added(bytes, service, "get")).as("%s: %s", service, bytes).isLessThanOrEqualTo(KILOBYTE);
			assertThat(added(bytes, service, "post")).as("%s: %s", service, bytes).isLessThanOrEqualTo(WITH_BODY);
		}
		assertThat(added(bytes, "off", "get")).as("switched off: %s", bytes).isLessThanOrEqualTo(NOISE);
		assertThat(added(bytes, "off", "post")).as("switched off: %s", bytes).isLessThanOrEqualTo(NOISE);
	}

	/** A busy machine adds to what a service takes, so that it is asked again. */
	private static boolean isWithinLimits(Map<String, Double> bytes) {
		return Stream.of("report", "enforce")
			.allMatch(
					(service) -> added(bytes, service, "get") <= KILOBYTE && added(bytes, service, "post") <= WITH_BODY)
				&& added(bytes, "off", "get") <= NOISE && added(bytes, "off", "post") <= NOISE;
	}

	private static double added(Map<String, Double> bytes, String service, String request) {
		return bytes.get(service + " " + request) - bytes.get("bare " + request);
	}

	/** Of the iteration in which least was done beside the requests. */
	private static Map<String, Double> measure() throws RunnerException {
		Collection<RunResult> results = new Runner(new OptionsBuilder().include(RequestBenchmark.class.getName())
			.addProfiler(GCProfiler.class)
			.param("request", "get", "post")
			.warmupIterations(3)
			.warmupTime(TimeValue.seconds(3))
			.measurementIterations(4)
			.measurementTime(TimeValue.seconds(2))
			.jvmArgs("-Xmx512m", "-XX:TieredStopAtLevel=1")
			.verbosity(VerboseMode.SILENT)
			.build()).run();
		Map<String, Double> bytes = new TreeMap<>();
		for (RunResult result : results) {
			bytes.put(result.getParams().getParam("service") + " " + result.getParams().getParam("request"),
					result.getSecondaryResults().get("gc.alloc.rate.norm").getStatistics().getMin());
		}
		return bytes;
	}

}
