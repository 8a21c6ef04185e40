package dev.mainstay.observability.masking;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmailAddressTests {

	private final MaskingEngine engine = MaskingEngine.create(List.of());

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			mail to bob@example.org.                | mail to [masked]@example.org.
			<bob.o'hara+x_1@mail.example.co.uk>     | <[masked]@mail.example.co.uk>
			'bob@example.org'                       | '[masked]@example.org'
			GET /u?email=bob@example.org&x=1        | GET /u?email=[masked]@example.org&x=1
			GET /users/bob%40example.org/orders     | GET /users/[masked]%40example.org/orders
			{"to":"bob@163.com"}                    | {"to":"[masked]@163.com"}
			jörg@bücher.example                     | [masked]@bücher.example
			a@xn--bcher-kva.xn--p1ai                | [masked]@xn--bcher-kva.xn--p1ai
			a@b.org,c@d.org                         | [masked]@b.org,[masked]@d.org
			key (email)=(bob@example.org) exists    | key (email)=([masked]@example.org) exists
			bob@example.org-2                       | [masked]@example.org-2
			""")
	void masksTheLocalPart(String text, String masked) {
		assertThat(this.engine.mask(text)).isEqualTo(masked);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.b.Order@1b2c3d4e", "bean@7f31245a, started", "logo@2x.png", "img/a@2x.min.js",
			"core@2.2.5.Final//io.undertow", "java.base@17.0.1/java.lang.Thread", "@Valid", "@example.org",
			"bob@localhost", "root@10.0.0.1", "@", "a@", "a@.org", "a@b.c", "50%40", "image@sha256:ab", "a @ b.org",
			"[masked]@example.org" })
	void leavesWhatIsNone(String text) {
		assertThat(this.engine.mask(text)).isSameAs(text);
	}

	@Test
	void masksAllOfItOrNothingWhereTheServiceDecidesSo() {
		String text = "to bob@example.org and bob%40example.org";
		assertThat(engine(EmailPolicy.ALL).mask(text)).isEqualTo("to [masked] and [masked]");
		assertThat(engine(EmailPolicy.KEEP).mask(text)).isSameAs(text);
	}

	@Test
	void leavesItToACallerWhoHasSentIt() {
		assertThat(this.engine.maskForCaller("bob@example.org has password=x"))
			.isEqualTo("bob@example.org has password=[masked]");
	}

	@Test
	void doesNotShowTheRestOfWhatIsMaskedAlready() {
		assertThat(this.engine.mask("https://bob:correct.horse@example.org/"))
			.isEqualTo("https://bob:[masked]@example.org/");
		assertThat(this.engine.mask("4111111111111111@example.org")).isEqualTo("[masked]@example.org");
		assertThat(this.engine.mask("password=bob@example.org x")).isEqualTo("password=[masked] x");
	}

	private static MaskingEngine engine(EmailPolicy policy) {
		return MaskingEngine.create(new MaskingRules(List.of(), policy));
	}

}
