package dev.mainstay.core.request;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RequestIdsTests {

	private static final String LONGEST = "aZ09._-".repeat(9) + "x";

	@ParameterizedTest
	@ValueSource(strings = { "a", "8e03978e-40d5-43e8-bc93-6894a57f9324", "A.b_c-9" })
	void acceptsWhatIsHarmless(String received) {
		assertThat(RequestIds.acceptOrCreate(received)).isEqualTo(received);
	}

	@Test
	void acceptsSixtyFourCharactersAndNoMore() {
		assertThat(RequestIds.acceptOrCreate(LONGEST)).isEqualTo(LONGEST).hasSize(64);
		assertThat(RequestIds.acceptOrCreate(LONGEST + "x")).isNotEqualTo(LONGEST + "x").hasSize(36);
	}

	@ParameterizedTest
	@NullAndEmptySource
	@ValueSource(strings = { " ", "a b", "a\r\nb", "<script>", "ümlaut", "a/b", "${jndi:x}" })
	void replacesEverythingElse(String received) {
		assertThat(RequestIds.acceptOrCreate(received)).matches("[0-9a-f-]{36}");
	}

}
