package dev.mainstay.core.configuration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EditDistanceTests {

	@ParameterizedTest
	@CsvSource({ "'', '', 0", "a, '', 1", "'', abc, 3", "mode, mod, 1", "kitten, sitting, 3", "same, same, 0" })
	void countsInsertionsDeletionsAndReplacements(String one, String other, int distance) {
		assertThat(EditDistance.between(one, other)).isEqualTo(distance);
		assertThat(EditDistance.between(other, one)).isEqualTo(distance);
	}

}
