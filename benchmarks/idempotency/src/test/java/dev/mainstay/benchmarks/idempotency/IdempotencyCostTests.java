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

	/** A lease that is renewed meanwhile is a trip, too. */
	private static final double RENEWAL = 0.1;

	private static final List<Variant> VARIANTS = List.of(Variant.BARE, Variant.POSTGRES, Variant.JOINED, Variant.REDIS,
			Variant.OTHER_POSTGRES, Variant.BARE_MARIADB, Variant.MARIADB, Variant.MARIADB_JOINED, Variant.BARE_H2,
			Variant.H2, Variant.H2_JOINED);

	/** The limit for all tests is for those that hang; this one starts many services. */
	@Test
	@Timeout(value = 30, unit = TimeUnit.MINUTES)
	void aRequestGoesToItsStoreTwiceAndARepetitionOnce() throws IOException, InterruptedException {
		try (Servers servers = Servers.start()) {
			Map<Kind, Map<Variant, Trips>> counted = new IdempotencyBenchmark(servers, VARIANTS).count();
			assertStatements(counted, Variant.POSTGRES, Variant.MARIADB, Variant.H2);
			assertJoined(counted, Variant.JOINED, Variant.MARIADB_JOINED, Variant.H2_JOINED);
			assertThat(counted.get(Kind.FIRST).get(Variant.REDIS).redis()).isEqualTo(2, within(RENEWAL));
			assertThat(counted.get(Kind.REPLAY).get(Variant.REDIS).redis()).isEqualTo(1, within(RENEWAL));
			assertThat(beside(counted.get(Kind.WRITING), Variant.OTHER_POSTGRES)).isGreaterThan(2 + RENEWAL);
		}
	}

	private static void assertStatements(Map<Kind, Map<Variant, Trips>> counted, Variant... variants) {
		for (Variant variant : variants) {
			assertTrips(counted.get(Kind.FIRST), variant, 2);
			assertTrips(counted.get(Kind.REPLAY), variant, 1);
			assertTrips(counted.get(Kind.WRITING), variant, 2);
		}
	}

	/** One more where the business has no transaction: its end. */
	private static void assertJoined(Map<Kind, Map<Variant, Trips>> counted, Variant... variants) {
		for (Variant variant : variants) {
			assertTrips(counted.get(Kind.FIRST), variant, 3);
			assertTrips(counted.get(Kind.REPLAY), variant, 2);
			assertTrips(counted.get(Kind.WRITING), variant, 2);
		}
	}

	private static void assertTrips(Map<Variant, Trips> counted, Variant variant, int more) {
		assertThat(beside(counted, variant)).as("%s: %s", variant, counted).isEqualTo(more, within(RENEWAL));
	}

	private static double beside(Map<Variant, Trips> counted, Variant variant) {
		return counted.get(variant).database() - counted.get(variant.bare()).database();
	}

}
