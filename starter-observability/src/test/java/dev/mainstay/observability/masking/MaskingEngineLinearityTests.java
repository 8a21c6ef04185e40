package dev.mainstay.observability.masking;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Counts the characters that the engine reads, which no other work on the machine
 * changes.
 */
class MaskingEngineLinearityTests {

	private static final int SIZE = 1 << 19;

	private static final int MAX_READS_PER_CHARACTER = 120;

	private final MaskingEngine engine = MaskingEngine.create(List.of());

	@ParameterizedTest
	@ValueSource(strings = { "1 1 1 ", "1", "1111 ", "4111-", "a@a@", "password=${", "password={{", "password={",
			"password=[", "password=\"", "password=\\", "password='x\n", "token=1", "token=1=", "secret=a&", "a=b&",
			"password=a,b", "cookie=a;", "cookie: a; ", "authorization: digest ", "eyJhbGciOiJI.", "eyJhbGciOiJI.a ",
			"eyJ.", "-----BEGIN ", "-----BEGIN PRIVATE KEY----- ", "-", "://", "a://a:", "AIza-", "xoxb-", "ghp_",
			"basic ", "basic a", "bearer ", "bearer a.", "=", ":", "\"", "\\\"", "\\", "p_a_s_s_", "d=",
			"authorization=digest [masked]", "authorization=basic [masked]", "pass-word:", "eyJ-", "eyJ_",
			"eyJhbGciOiJI-", "a-eyJ-", "authorization:digest ${", "authorization=oauth {{", "authorization=a ",
			"authorization:a\t${", "password=${a}", "password={{a", "<password>", "<password>a", "<password a", "<",
			"<password><![CDATA[a", "password%3D", "password%3Da%26", "%22password%22%3A%22", "%3D", "pass: a ",
			"pass: 1 ", "a@a.", "@", "a@b.org", "a.a@", "a%40", "%40", "%4", "a@1.", "@a.b", "a'a@", "DE89", "DE89 ",
			"de89-", "DE89 3704 ", "DE89370400440532013000", "GB29NWBK", "MT84MALT0110 ", "d1", "A1",
			"-----BEGIN+PRIVATE+KEY-----%0A", "-----BEGIN+", "bearer+", "bearer%20", "%22password%22%3A+", "%20", "+" })
	void readsAreBoundedPerCharacterAndDoubleWithTheSize(String unit) {
		long once = reads(unit, SIZE);
		long twice = reads(unit, 2 * SIZE);
		assertThat(once).isLessThan((long) SIZE * MAX_READS_PER_CHARACTER);
		assertThat(twice).isLessThan((long) (once * 2.1) + 1000);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3 })
	void quotesThatAreEscapedEverDeeperAreReadOnce(int step) {
		StringBuilder text = new StringBuilder();
		for (int depth = 0; text.length() < SIZE; depth += step) {
			text.append("password=").append("\\".repeat(depth)).append("\"a\n");
		}
		CountingText counting = new CountingText(text.toString());
		this.engine.scan(counting);
		assertThat(counting.reads()).isLessThan((long) text.length() * MAX_READS_PER_CHARACTER);
	}

	private long reads(String unit, int size) {
		CountingText text = new CountingText(unit.repeat(size / unit.length()));
		this.engine.scan(text);
		return text.reads();
	}

	private static final class CountingText implements CharSequence {

		private final String text;

		private long reads;

		CountingText(String text) {
			this.text = text;
		}

		long reads() {
			return this.reads;
		}

		@Override
		public int length() {
			return this.text.length();
		}

		@Override
		public char charAt(int index) {
			this.reads++;
			return this.text.charAt(index);
		}

		@Override
		public CharSequence subSequence(int start, int end) {
			return this.text.subSequence(start, end);
		}

		@Override
		public String toString() {
			return this.text;
		}

	}

}
