package dev.mainstay.tests.slices;

import java.util.List;

import dev.mainstay.tests.harness.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tests that the owner of an application has find the same with Mainstay.
 */
class SlicesTests {

	@ParameterizedTest
	@ValueSource(classes = { WebMvcSlice.class, WebFluxSlice.class, DataJpaSlice.class, RestClientSlice.class,
			JsonSlice.class, MockMvcOfAll.class })
	void testsOfTheOwnerFindTheSame(Class<?> tests) {
		List<String> before = World.bare().runTests(tests);
		assertThat(before).isNotEmpty().allSatisfy((result) -> assertThat(result).endsWith(": SUCCESSFUL"));
		assertThat(World.hardened().runTests(tests)).isEqualTo(before);
	}

}
