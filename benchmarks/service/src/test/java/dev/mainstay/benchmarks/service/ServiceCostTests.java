package dev.mainstay.benchmarks.service;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what a request may allocate, beside the same service with what Spring Boot has
 * for logs, traces and metrics. Times are only looked at.
 */
class ServiceCostTests {

	private static final List<Variant> VARIANTS = List.of(Variant.BARE, Variant.BOOT, Variant.DEFAULTS,
			Variant.SAME_WORK);

	/** The limit for all tests is for those that hang; this one starts four services. */
	@Test
	@Timeout(value = 15, unit = TimeUnit.MINUTES)
	void aRequestAllocatesNoMoreThanWithWhatSpringBootHas() throws IOException, InterruptedException {
		Map<Variant, List<Round>> rounds = ServiceBenchmark.measure(2, Duration.ofSeconds(5), VARIANTS, 3);
		double boot = Rounds.median(rounds.get(Variant.BOOT), Round::bytes);
		assertThat(bytes(rounds, Variant.DEFAULTS)).as("%s", rounds).isPositive().isLessThanOrEqualTo(boot);
		assertThat(bytes(rounds, Variant.SAME_WORK)).as("%s", rounds).isPositive().isLessThanOrEqualTo(0.6 * boot);
	}

	private static double bytes(Map<Variant, List<Round>> rounds, Variant variant) {
		return Rounds.median(rounds.get(variant), Round::bytes);
	}

}
