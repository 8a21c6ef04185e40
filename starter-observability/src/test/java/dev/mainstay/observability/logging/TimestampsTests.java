package dev.mainstay.observability.logging;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TimestampsTests {

	private final Timestamps timestamps = new Timestamps();

	@Test
	void alwaysHaveMilliseconds() {
		assertThat(this.timestamps.format(0)).isEqualTo("1970-01-01T00:00:00.000Z");
		assertThat(this.timestamps.format(1_795_249_755_007L)).isEqualTo("2026-11-21T08:29:15.007Z");
		assertThat(this.timestamps.format(1_795_249_755_999L)).isEqualTo("2026-11-21T08:29:15.999Z");
		assertThat(this.timestamps.format(-1)).isEqualTo("1969-12-31T23:59:59.999Z");
	}

}
