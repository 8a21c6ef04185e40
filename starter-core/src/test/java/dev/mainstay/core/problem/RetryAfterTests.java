package dev.mainstay.core.problem;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RetryAfterTests {

	private static final Clock clock = Clock.fixed(Instant.parse("2026-11-26T10:00:00.500Z"), ZoneOffset.UTC);

	@ParameterizedTest
	@CsvSource(nullValues = "none",
			value = { "0, 0", "' 30 ', 30", "3600, 3600", "3601, none", "-1, none", "1.5, none", "+5, none",
					"soon, none", "99999999999999999999, none", "none, none", "'', none",
					"'Thu, 26 Nov 2026 10:01:00 GMT', 60", "'Thu, 26 Nov 2026 09:59:00 GMT', none",
					"'Thu, 26 Nov 2026 11:00:01 GMT', none", "'Thu, 26 Nov 99999 11:00:01 GMT', none" })
	void aValueThatMakesSenseIsRead(String value, Long seconds) {
		assertThat(RetryAfter.seconds(value, clock)).isEqualTo(seconds);
	}

}
