package dev.mainstay.resilience.policy;

import java.time.Duration;
import java.util.Objects;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LatenciesTests {

	private final Latencies latencies = new Latencies();

	@ParameterizedTest
	@ValueSource(longs = { 64, 65, 79, 80, 100, 1000, 5000, 123_456, 60_000_000, 900_000_000 })
	void aFigureIsAtMostAQuarterTooHigh(long micros) {
		this.latencies.add(micros * 1000);
		long read = Objects.requireNonNull(this.latencies.percentile(0.99)).toNanos() / 1000;
		assertThat(read).isBetween(micros, micros + micros / 4 + 1);
	}

	@Test
	void thePercentileIsThatOfTheTimes() {
		for (int time = 1; time <= 1000; time++) {
			this.latencies.add(Duration.ofMillis(time).toNanos());
		}
		assertThat(Objects.requireNonNull(this.latencies.percentile(0.99)).toMillis()).isBetween(990L, 1240L);
		assertThat(Objects.requireNonNull(this.latencies.percentile(0.5)).toMillis()).isBetween(500L, 626L);
		assertThat(this.latencies.count()).isEqualTo(1000);
	}

	@Test
	void whatWasLongAgoCountsForLess() {
		Random random = new Random(1);
		for (int time = 0; time < Latencies.HALVED_AT; time++) {
			this.latencies.add(Duration.ofMillis(900 + random.nextInt(100)).toNanos());
		}
		for (int time = 0; time < 25 * Latencies.HALVED_AT; time++) {
			this.latencies.add(Duration.ofMillis(1).toNanos());
		}
		assertThat(Objects.requireNonNull(this.latencies.percentile(0.99)).toMillis()).isLessThan(3);
	}

	@Test
	void saysNothingWithoutTimes() {
		assertThat(this.latencies.percentile(0.99)).isNull();
	}

}
