package dev.mainstay.observability.logging;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

import dev.mainstay.observability.masking.MaskingEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ShortNumberTests {

	private final MaskingEngine masking = MaskingEngine.create(List.of());

	@Test
	void isWhatIsLoggedMostly() {
		assertThat(List.<Object>of(0, -1, Integer.MAX_VALUE, 42L, -2147483648L, 0.0, 0.012346, -12.5, 999999.999999))
			.allMatch(ShortNumber::isOne);
	}

	@Test
	void isNeitherALongOneNorAnythingElse() {
		assertThat(List.of(2147483648L, 4111111111111111L, 0.4111111111111111, 1 / 3.0, 4111111111111111.0, Double.NaN,
				Double.POSITIVE_INFINITY, 1.5f, new BigDecimal("1"), "1", (short) 1, true))
			.noneMatch(ShortNumber::isOne);
		assertThat(ShortNumber.isOne(null)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 6, 9, 15, 17 })
	void holdsNothingThatIsMasked(int decimals) {
		Random random = new Random(decimals);
		for (int i = 0; i < 50_000; i++) {
			double scale = Math.pow(10, decimals);
			double number = Math.rint(random.nextDouble() * scale) / scale * (random.nextBoolean() ? 1 : 1_000_000);
			if (ShortNumber.isOne(number)) {
				assertThat(this.masking.finds(Double.toString(number))).as("%s", number).isFalse();
				assertThat(Double.toString(number)).doesNotContainPattern("\\d{13}");
			}
		}
	}

}
