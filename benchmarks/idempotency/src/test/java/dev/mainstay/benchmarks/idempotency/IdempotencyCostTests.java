package dev.mainstay.benchmarks.idempotency;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Holds how often a request goes to the servers behind the service, beside the other
 * library. Times are only looked at.
 */
class IdempotencyCostTests {

	private static final List<Variant> VARIANTS = List.of(Variant.BARE, Variant.POSTGRES, Variant.REDIS,
			Variant.OTHER_POSTGRES);

	/** The limit for all tests is for those that hang; this one starts four services. */
	@Test
	@Timeout(value = 15, unit = TimeUnit.MINUTES)
	void aRequestGoesToItsStoreTwiceAndARepetitionOnce() throws IOException, InterruptedException {
		try (Servers servers = Servers.start()) {
			Map<Kind, Map<Variant, Trips>> counted = new IdempotencyBenchmark(servers, VARIANTS).count();
			assertTrips(counted.get(Kind.FIRST), 2);
			assertTrips(counted.get(Kind.REPLAY), 1);
			Map<Variant, Trips> writing = counted.get(Kind.WRITING);
			double ours = writing.get(Variant.POSTGRES).database() - writing.get(Variant.BARE).database();
			double other = writing.get(Variant.OTHER_POSTGRES).database() - writing.get(Variant.BARE).database();
			assertThat(ours).as("%s", writing).isEqualTo(2, within(0.1)).isLessThan(other);
		}
	}

	/** A lease that is renewed meanwhile is a trip, too. */
	private static void assertTrips(Map<Variant, Trips> counted, int trips) {
		assertThat(counted.get(Variant.POSTGRES).database()).as("%s", counted).isEqualTo(trips, within(0.1));
		assertThat(counted.get(Variant.REDIS).redis()).as("%s", counted).isEqualTo(trips, within(0.1));
		assertThat(counted.get(Variant.BARE).database()).as("%s", counted).isZero();
	}

}
