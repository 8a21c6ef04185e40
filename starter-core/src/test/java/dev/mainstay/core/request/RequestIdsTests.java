package dev.mainstay.core.request;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

	@Test
	void makesUuidsOfWhichNoTwoAreTheSameOnAnyThread() {
		Set<String> ids = IntStream.range(0, 200_000)
			.parallel()
			.mapToObj((i) -> RequestIds.acceptOrCreate(null))
			.collect(Collectors.toSet());
		assertThat(ids).hasSize(200_000)
			.allSatisfy((id) -> assertThat(id)
				.matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
		assertThat(ids.stream().map((id) -> id.substring(0, 2)).distinct()).hasSize(256);
		assertThat(ids.stream().map((id) -> id.substring(34)).distinct()).hasSize(256);
	}

}
