package dev.mainstay.observability.masking;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ValueFormsTests {

	private final MaskingEngine engine = MaskingEngine.create(List.of());

	@Test
	void aQuotedValueMayGoOverLines() {
		assertThat(this.engine.mask("password=\"line1\nline2secret\" rest")).isEqualTo("password=\"[masked]\" rest");
		assertThat(this.engine.mask("{'password': 'line1\n\nline2', 'a': 'b'}"))
			.isEqualTo("{'password': '[masked]', 'a': 'b'}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n\tat a.B.c(B.java:1)", "\nat \"somewhere\" else", "\nit doesn't matter",
			"\n{\"a\":\"b\"}", "\n" })
	void aQuoteThatIsNeverClosedHidesOnlyItsLine(String rest) {
		assertThat(this.engine.mask("password=\"abc" + rest)).isEqualTo("password=\"[masked]" + rest);
		assertThat(this.engine.mask("password='abc" + rest)).isEqualTo("password='[masked]" + rest);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			Key (email, password)=(bob, hunter2) already exists. | Key (email, password)=([masked]) already exists.
			Key (password, email)=(hunter2, b(o)b) exists        | Key (password, email)=([masked]) exists
			Key ("apiKey")=(hunter2                              | Key ("apiKey")=([masked]
			amqp://user:p@ss@host/                               | amqp://user:[masked]@host/
			amqp://user:p@ss:w@host:5672/a@b                     | amqp://user:[masked]@host:5672/a@b
			""")
	void aValueMayBeInAFormOfItsOwn(String text, String masked) {
		assertThat(this.engine.mask(text)).isEqualTo(masked);
		assertThat(this.engine.mask(masked)).isSameAs(masked);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Key (email)=(bob) already exists", "Key (password)=() is empty", "f(a)=(b)",
			"http://host:80/?mail=a@b", "https://host/ a:b@c", "ssh://git@host:22" })
	void whatHoldsNoSecretStays(String text) {
		assertThat(this.engine.mask(text)).isSameAs(text);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			b=%7B%22token%22%3A+%22hunter2%22%7D&c=1           | b=%7B%22token%22%3A+%22[masked]%22%7D&c=1
			b=%7B%22token%22%3A%20%22hunter2%22%7D             | b=%7B%22token%22%3A%20%22[masked]%22%7D
			b=Bearer+correct6horse6battery&c=1                 | b=Bearer+[masked]&c=1
			b=Bearer%20correct6horse6battery&c=1               | b=Bearer%20[masked]&c=1
			b=-----BEGIN+PRIVATE+KEY-----%0AMII%0A-----END+PRIVATE+KEY-----&c=1 | \
			b=-----BEGIN+PRIVATE+KEY-----[masked]-----END+PRIVATE+KEY-----&c=1
			b=-----BEGIN%20PRIVATE%20KEY-----%0AMII%2B1&c=1 x  | b=-----BEGIN%20PRIVATE%20KEY-----[masked]&c=1 x
			""")
	void aValueMayBeInTheQueryOfAUrl(String text, String masked) {
		assertThat(this.engine.mask(text)).isEqualTo(masked);
	}

	@Test
	void keysOfOpenAiAreKnownInAllTheirForms() {
		String legacy = "sk" + "-" + "a1".repeat(24);
		String service = "sk" + "-svcacct-" + "a1".repeat(24);
		assertThat(this.engine.mask("got " + legacy + " and " + service)).isEqualTo("got [masked] and [masked]");
		String branch = "sk" + "-" + "a1".repeat(25);
		assertThat(this.engine.mask(branch)).isSameAs(branch);
	}

}
