package dev.mainstay.core.configuration;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PropertyValue}.
 */
class PropertyValueTests {

	@ParameterizedTest
	@ValueSource(strings = { "0s", "-1s", "25h", "10ms", "90m", "2d", "1ns", "1500us", "-7d" })
	void timesAreWrittenAsInAConfiguration(String written) {
		Duration duration = DurationStyle.SIMPLE.parse(written);
		assertThat(PropertyValue.describe(duration)).isEqualTo(written);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0B", "-1B", "513MB", "1TB", "1025B", "3GB" })
	void sizesAreWrittenAsInAConfiguration(String written) {
		assertThat(PropertyValue.describe(DataSize.parse(written))).isEqualTo(written);
	}

	@ParameterizedTest
	@ValueSource(strings = { "X Id", "" })
	void othersAreWhatTheyAre(String text) {
		assertThat(PropertyValue.describe(text)).isEqualTo(text);
		assertThat(PropertyValue.describe(List.of(text))).isEqualTo("[" + text + "]");
	}

}
