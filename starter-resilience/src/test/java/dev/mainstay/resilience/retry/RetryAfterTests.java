package dev.mainstay.resilience.retry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RetryAfterTests {

	private final Clock clock = Clock.fixed(Instant.parse("2026-11-21T08:49:37Z"), ZoneOffset.UTC);

	@Test
	void readsSeconds() {
		assertThat(RetryAfter.parse("2", this.clock)).isEqualTo(Duration.ofSeconds(2));
		assertThat(RetryAfter.parse(" 0 ", this.clock)).isZero();
	}

	@Test
	void readsADateAndTakesOneInThePastAsNow() {
		assertThat(RetryAfter.parse("Sat, 21 Nov 2026 08:49:39 GMT", this.clock)).isEqualTo(Duration.ofSeconds(2));
		assertThat(RetryAfter.parse("Sat, 21 Nov 2026 08:00:00 GMT", this.clock)).isZero();
	}

	@Test
	void takesMoreSecondsThanFitAsVeryLong() {
		assertThat(RetryAfter.parse("99999999999999999999", this.clock)).isGreaterThan(Duration.ofDays(365));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "soon", "-1", "1.5", "Sat, 99 Nov 2026 08:49:39 GMT" })
	void ignoresWhatCannotBeRead(String value) {
		assertThat(RetryAfter.parse(value, this.clock)).isNull();
	}

}
