package dev.mainstay.samples.badday;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsTests {

	private final Secrets secrets = Secrets.plant();

	@RepeatedTest(20)
	void theCardNumberPassesTheLuhnCheck() {
		String card = this.secrets.card();
		int sum = 0;
		for (int i = 0; i < card.length(); i++) {
			int digit = card.charAt(card.length() - 1 - i) - '0';
			sum += (i % 2 == 1) ? ((digit * 2 > 9) ? digit * 2 - 9 : digit * 2) : digit;
		}
		assertThat(card).hasSize(16);
		assertThat(sum % 10).isZero();
	}

	@Test
	void eachPlaceIsCounted() {
		String line = "card " + this.secrets.card() + ", again " + this.secrets.card() + ", password="
				+ this.secrets.password();
		assertThat(this.secrets.occurrencesIn(line)).isEqualTo(3);
	}

	@Test
	void aTokenCutShortCountsToo() {
		String token = this.secrets.token();
		assertThat(this.secrets.occurrencesIn("..." + token.substring(token.indexOf('.')))).isEqualTo(1);
	}

	@Test
	void whatIsMaskedDoesNotCount() {
		String card = this.secrets.card();
		assertThat(this.secrets.occurrencesIn(card.substring(0, 6) + "******" + card.substring(12))).isZero();
	}

}
