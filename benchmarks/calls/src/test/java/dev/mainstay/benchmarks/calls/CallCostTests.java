package dev.mainstay.benchmarks.calls;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openjdk.jmh.infra.BenchmarkParams;
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
 * Holds what a call may allocate under a policy, before the optimising compiler has
 * removed anything, which it does not do the same way twice. Times are only looked at.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class CallCostTests {

	private static final int CALL = 600;

	private static final int CLIENT = 1024;

	/** More than a client with defaults may: the timer, and the deadline as a header. */
	private static final int CLIENT_WITH_EVERYTHING = 2 * 1024;

	@Test
	void aCallUnderAllStrategiesAllocatesLittle() throws RunnerException {
		Map<String, Double> bytes = measure(CallBenchmark.class,
				(options) -> options.param("stack", "mainstay", "failsafe"), "stack");
		assertThat(bytes.get("mainstay")).as("%s", bytes).isPositive().isLessThanOrEqualTo(CALL);
	}

	@Test
	void aRealClientAllocatesLittleMore() throws RunnerException {
		Map<String, Double> bytes = measure(ClientBenchmark.class,
				(options) -> options.param("factory", "http-components"), "policy");
		assertThat(bytes.get("defaults") - bytes.get("plain")).as("%s", bytes).isLessThanOrEqualTo(CLIENT);
		assertThat(bytes.get("policy") - bytes.get("plain")).as("%s", bytes)
			.isLessThanOrEqualTo(CLIENT_WITH_EVERYTHING);
	}

	private static Map<String, Double> measure(Class<?> benchmark, Parameters parameters, String name)
			throws RunnerException {
		ChainedOptionsBuilder options = new OptionsBuilder().include(benchmark.getName() + "\\.")
			.addProfiler(GCProfiler.class)
			.forks(1)
			.warmupIterations(3)
			.warmupTime(TimeValue.seconds(3))
			.measurementIterations(2)
			.measurementTime(TimeValue.seconds(3))
			.jvmArgs("-Xmx512m", "-XX:TieredStopAtLevel=1")
			.verbosity(VerboseMode.SILENT);
		Collection<RunResult> results = new Runner(parameters.addTo(options).build()).run();
		Map<String, Double> bytes = new TreeMap<>();
		for (RunResult result : results) {
			BenchmarkParams params = result.getParams();
			bytes.put(params.getParam(name), result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
		}
		return bytes;
	}

	private interface Parameters {

		ChainedOptionsBuilder addTo(ChainedOptionsBuilder options);

	}

}
