package dev.mainstay.observability.masking;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AuthorizationTests {

	private final MaskingEngine engine = MaskingEngine.create(List.of());

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			Authorization: SSWS 00abcSECRET                  | Authorization: [masked]
			Authorization: GenieKey eb243592 from x          | Authorization: [masked] from x
			Authorization=Key abc                            | Authorization=[masked]
			{Authorization=SSWS abc, Host=x}                 | {Authorization=[masked], Host=x}
			Authorization: abc rejected for bob              | Authorization: [masked] for bob
			Authorization: Custom key="a", sign="b"          | Authorization: [masked]
			Authorization: Token token="a", nonce="b"        | Authorization: Token [masked]
			Authorization: Token abc==                       | Authorization: Token [masked]
			Authorization: AWS4-HMAC-SHA256 Credential=A, S=b| Authorization: AWS4-HMAC-SHA256 [masked]
			Proxy-Authorization: Basic dXNlcjpwdw==          | Proxy-Authorization: Basic [masked]
			""")
	void masksTheCredentialsOfEveryScheme(String text, String masked) {
		assertThat(this.engine.mask(text)).isEqualTo(masked);
		assertThat(this.engine.mask(masked)).isSameAs(masked);
	}

	@ParameterizedTest
	@ValueSource(strings = { "  ", "\t", " \t ", "      " })
	void masksBehindAnyBlanks(String blanks) {
		assertThat(this.engine.mask("Authorization: Bearer" + blanks + "opaque"))
			.isEqualTo("Authorization: Bearer" + blanks + "[masked]");
		assertThat(this.engine.mask("Authorization:SSWS" + blanks + "opaque")).isEqualTo("Authorization:[masked]");
		assertThat(this.engine.mask("sent bearer" + blanks + "opaque1234567890"))
			.isEqualTo("sent bearer" + blanks + "[masked]");
		assertThat(this.engine.mask("sent Basic" + blanks + "dXNlcjpwdw=="))
			.isEqualTo("sent Basic" + blanks + "[masked]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Authorization: \nnext line", "Authorization: ${TOKEN}", "authorization: null" })
	void leavesWhatHoldsNoCredentials(String text) {
		assertThat(this.engine.mask(text)).isSameAs(text);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			password=${abc}realpassword      | password=[masked]
			password=${DB_PASSWORD:hunter2}  | password=[masked]}
			password=${a}${b}                | password=[masked]}
			password={{x                     | password=[masked]
			password=${x                     | password=[masked]
			password="${a}b"                 | password="[masked]"
			""")
	void takesNothingForAPlaceholderThatHoldsMore(String text, String masked) {
		assertThat(this.engine.mask(text)).isEqualTo(masked);
	}

	@ParameterizedTest
	@ValueSource(strings = { "password=${DB_PASSWORD}", "password=${db.user-password}, a=b", "password={{ name }}",
			"password=\"${a}\"", "{\"password\":\"{{a}}\"}", "url?password=${a}&b=c" })
	void leavesAPlaceholder(String text) {
		assertThat(this.engine.mask(text)).isSameAs(text);
	}

}
