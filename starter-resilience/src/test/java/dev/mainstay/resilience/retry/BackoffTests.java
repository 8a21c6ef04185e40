package dev.mainstay.resilience.retry;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BackoffTests {

	private static final Duration BASE = Duration.ofMillis(100);

	private static final Duration CAP = Duration.ofSeconds(2);

	@ParameterizedTest
	@CsvSource({ "0, 50", "1, 100", "2, 200", "4, 800", "5, 1000", "40, 1000", "1000, 1000" })
	void isARandomShareOfABoundThatDoublesUpToTheCap(int retry, long millis) {
		assertThat(new Backoff(BASE, CAP, () -> 0.5).delay(retry, null)).isEqualTo(Duration.ofMillis(millis));
	}

	@Test
	void mayBeNoDelayAtAll() {
		assertThat(new Backoff(BASE, CAP, () -> 0).delay(3, null)).isZero();
	}

	@Test
	void waitsAtLeastAsLongAsAskedAndUpToATenthMore() {
		Duration asked = Duration.ofSeconds(2);
		assertThat(new Backoff(BASE, CAP, () -> 0).delay(0, asked)).isEqualTo(asked);
		assertThat(new Backoff(BASE, CAP, () -> 0.999).delay(0, asked)).isBetween(asked, Duration.ofMillis(2200));
	}

}
