package dev.mainstay.observability.masking;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class MaskedCountsTests {

	private final MaskingEngine engine = MaskingEngine.create(List.of());

	@ParameterizedTest
	@MethodSource("texts")
	void countsWhatIsMaskedByItsRuleAndNothingElse(String text, MaskingRule rule) {
		long[] before = counts();
		assertThat(this.engine.mask(text)).isNotEqualTo(text);
		long[] after = counts();
		for (MaskingRule each : MaskingRule.values()) {
			assertThat(after[each.ordinal()] - before[each.ordinal()]).as(each.tag()).isEqualTo((each == rule) ? 1 : 0);
		}
	}

	static Stream<Object[]> texts() {
		return Stream.of(new Object[] { "password=a", MaskingRule.KEY },
				new Object[] { "<token>a</token>", MaskingRule.KEY },
				new Object[] { "4111111111111111", MaskingRule.CARD }, new Object[] { Secrets.JWT, MaskingRule.JWT },
				new Object[] { "NO9386011117947", MaskingRule.IBAN }, new Object[] { "a@b.org", MaskingRule.EMAIL },
				new Object[] { "got bearer abcdef123456", MaskingRule.CREDENTIALS },
				new Object[] { "AK" + "IAIOSFODNN7EXAMPLE", MaskingRule.KNOWN_KEY },
				new Object[] { "-----BEGIN " + "PRIVATE KEY-----\nMIIB\n", MaskingRule.PRIVATE_KEY },
				new Object[] { "amqp://u:hunter2@h", MaskingRule.URL_PASSWORD });
	}

	@Test
	void countsEveryReplacementInATextOnce() {
		long before = Arrays.stream(counts()).sum();
		String masked = this.engine.mask("password=a token=b 4111111111111111 x a@b.org ".repeat(50));
		assertThat(Arrays.stream(counts()).sum() - before).isEqualTo(200)
			.isEqualTo(masked.split("\\[masked]", -1).length - 1);
	}

	@Test
	void doesNotCountWhatIsOnlyLookedFor() {
		long before = Arrays.stream(counts()).sum();
		assertThat(this.engine.finds("password=a")).isTrue();
		assertThat(this.engine.finds("nothing")).isFalse();
		assertThat(this.engine.isSecret("password", "a")).isTrue();
		MaskedCounts.withoutCounting(() -> assertThat(this.engine.mask("password=a")).isEqualTo("password=[masked]"));
		assertThat(Arrays.stream(counts()).sum()).isEqualTo(before);
		this.engine.mask("password=a");
		assertThat(Arrays.stream(counts()).sum()).isEqualTo(before + 1);
	}

	private static long[] counts() {
		return Arrays.stream(MaskingRule.values()).mapToLong(MaskedCounts::of).toArray();
	}

}
