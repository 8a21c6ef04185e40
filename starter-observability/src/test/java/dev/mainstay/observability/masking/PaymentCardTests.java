package dev.mainstay.observability.masking;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PaymentCardTests {

	private final MaskingEngine engine = MaskingEngine.create(List.of());

	@ParameterizedTest
	@ValueSource(strings = { "4111111111111111", "4111 1111 1111 1111", "4111-1111-1111-1111", "4012888888881881",
			"4222222222222", "5555555555554444", "2223003122003222", "378282246310005", "3782 822463 10005",
			"30569309025904", "3056 930902 5904", "38520000023237", "6011111111111117", "3530111333300000",
			"6200000000000005", "6304000000000000", "6759649826438453", "5105 1051 0510 5100" })
	void isMasked(String card) {
		assertThat(this.engine.mask(card)).isEqualTo("[masked]");
		assertThat(this.engine.mask("{\"n\":" + card + ",\"m\":1}")).isEqualTo("{\"n\":[masked],\"m\":1}");
		assertThat(this.engine.mask("Card " + card + ".")).isEqualTo("Card [masked].");
		assertThat(this.engine.mask("Card " + card + " 12/27 123")).isEqualTo("Card [masked] 12/27 123");
		assertThat(this.engine.mask("/cards/" + card + "/charge")).isEqualTo("/cards/[masked]/charge");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1234567890123456", "4111111111111112", "1700000000000", "1700000000000000",
			"1700000000000000000", "41111111111111111", "a4111111111111111", "4111111111111111f", "_4111111111111111",
			"+4915112345678", "0.4111111111111111", "4111111111111111.5", "4111-1111-1111-1111-2",
			"2124000000000000000", "1587654321098765432", "20261121083000", "978-3-16-148410-0", "4111 1111 1111 1112",
			"4111  1111  1111  1111", "411 111 111 111 111 1", "9f8b6c1e-4111-1111-1111-111111111111",
			"9f8b6c1e-4111-1111-1111-1111f1c2d3e4", "9f8b4111-1111-1111-1111-a11111111111", "cc4111111111111111dd",
			"0x4111111111111111", "7x4111111111111111", "1-4111-1111-1111-1111", "4222222222222-1", "1-4222222222222",
			"card4222222222222", "30569309025904.x", "+378282246310005" })
	void isLeftWhenItIsNone(String text) {
		assertThat(this.engine.mask(text)).isSameAs(text);
		String sentence = "id " + text + " done";
		assertThat(this.engine.mask(sentence)).isSameAs(sentence);
	}

	@Test
	void isFoundBehindOtherGroups() {
		assertThat(this.engine.mask("12 2026 4111 1111 1111 1111")).isEqualTo("12 2026 [masked]");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			4111111111111111-12/29         | [masked]-12/29
			4111111111111111.Next          | [masked].Next
			order 7-4111111111111111       | order 7-[masked]
			1-4111111111111111             | 1-[masked]
			card4111111111111111           | card[masked]
			PAN4111 1111 1111 1111         | PAN[masked]
			pan_4111111111111111           | pan_[masked]
			cc_4111111111111111_exp        | cc_[masked]_exp
			4111111111111111exp1229        | [masked]exp1229
			4111 1111 1111 1111-12/29      | [masked]-12/29
			7-378282246310005.             | 7-[masked].
			+4111111111111111              | +[masked]
			""")
	void isMaskedWhateverTouchesFifteenOrSixteenDigits(String text, String masked) {
		assertThat(this.engine.mask(text)).isEqualTo(masked);
	}

	@ParameterizedTest
	@ValueSource(strings = { "4111\u00a01111\u00a01111\u00a01111", "4111\u202f1111\u202f1111\u202f1111" })
	void isMaskedInGroupsThatAreKeptOnOneLine(String card) {
		assertThat(this.engine.mask("card " + card + " ok")).isEqualTo("card [masked] ok");
	}

}
