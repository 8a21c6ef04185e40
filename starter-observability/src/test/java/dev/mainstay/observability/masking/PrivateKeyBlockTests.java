package dev.mainstay.observability.masking;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PrivateKeyBlockTests {

	private static final String BEGIN = "-----BEGIN " + "PRIVATE KEY-----";

	private static final String LINE = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj";

	private final MaskingEngine engine = MaskingEngine.create(List.of());

	@ParameterizedTest
	@ValueSource(
			strings = { " header\n\tat com.foo.Bar(Bar.java:1)", " and nothing else", ", got none", "\n\tat a.B.c(B)",
					"\nCaused by: a.B: c\n\tat a.B.c(B.java:1)", "\n\tSuppressed: a.B: c", "' was expected" })
	void leavesWhatFollowsAHeaderWithoutAKey(String rest) {
		String text = "Invalid PEM: expected " + BEGIN + rest;
		assertThat(this.engine.mask(text)).isSameAs(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n", "\\n", "\\r\\n", "\n\t", " ", "" })
	void masksAKeyWithoutAnEndUpToTheRestOfAStackTrace(String lineEnd) {
		String stack = "\n\tat com.foo.Bar(Bar.java:1)\nCaused by: a.B: c\n\tat com.foo.Baz(Baz.java:2)";
		assertThat(this.engine.mask("bad " + BEGIN + lineEnd + LINE + lineEnd + LINE + lineEnd + "abc=" + stack))
			.isEqualTo("bad " + BEGIN + "[masked]" + stack);
	}

	@Test
	void masksTheHeadersOfAnEncryptedKey() {
		String key = "\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0123456789ABCDEF\n\n" + LINE + "\nabc";
		assertThat(this.engine.mask(BEGIN + key + "\n\tat a.B.c(B.java:1)"))
			.isEqualTo(BEGIN + "[masked]\n\tat a.B.c(B.java:1)");
	}

	@Test
	void masksABareValueUnderASensitiveKey() {
		assertThat(this.engine.mask("privateKey=" + BEGIN + "\n" + LINE + "\nabc="))
			.isEqualTo("privateKey=" + BEGIN + "[masked]");
	}

	@Test
	void masksEachOfTwoKeysOfWhichTheFirstHasNoEnd() {
		String text = BEGIN + "\n" + LINE + "\nthen, " + BEGIN + "\n" + LINE + "\n-----END " + "PRIVATE KEY-----";
		assertThat(this.engine.mask(text))
			.isEqualTo(BEGIN + "[masked]\nthen, " + BEGIN + "[masked]-----END " + "PRIVATE KEY-----");
	}

}
