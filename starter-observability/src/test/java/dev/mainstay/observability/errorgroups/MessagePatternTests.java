package dev.mainstay.observability.errorgroups;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

class MessagePatternTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			order 42 failed                                    | order # failed
			order -42 failed                                   | order # failed
			order o-17 is gone                                 | order o-# is gone
			8d3f7c1e-5a1b-4a53-9a51-0a0a8f3c2b11 is gone       | # is gone
			at 2026-11-27T01:02:03.004Z it was late            | at # it was late
			10.0.0.1:5432 refused                              | # refused
			ids [1, 22, 333] are gone                          | ids [#] are gone
			No 'Alice Smith' here                              | No # here
			Cannot read "a b" of `c`                           | Cannot read # of #
			it doesn't matter that it isn't                    | it doesn't matter that it isn't
			shop.Order@1a2b3c is locked                        | shop.Order@# is locked
			alice@example.org is known                         | # is known
			token x7Kd92mQpL4 is bad                           | token # is bad
			the cart is empty                                  | the cart is empty
			Index 5 out of bounds for length 3                 | Index # out of bounds for length #
			""")
	void keepsTheWords(String message, String pattern) {
		assertThat(MessagePattern.of(message)).isEqualTo(pattern);
	}

	@Test
	void aQuoteWithoutAnEndIsNoValue() {
		assertThat(MessagePattern.of("the 'end")).isEqualTo("the 'end");
		assertThat(MessagePattern.of(null)).isEmpty();
	}

	@Test
	void aLongMessageTakesNoLongTime() {
		for (String part : new String[] { "'", "a@", "1 ", "\"x", "@" }) {
			String message = part.repeat(500_000);
			assertThat(Duration.ofNanos(time(message))).isLessThan(Duration.ofSeconds(1));
		}
		assertThatNoException().isThrownBy(() -> MessagePattern.of("@@ '@' -"));
	}

	private static long time(String message) {
		long start = System.nanoTime();
		MessagePattern.of(message);
		return System.nanoTime() - start;
	}

}
