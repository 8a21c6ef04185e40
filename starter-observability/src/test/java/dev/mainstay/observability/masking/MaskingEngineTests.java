package dev.mainstay.observability.masking;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MaskingEngineTests {

	private final MaskingEngine engine = MaskingEngine.create(List.of());

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			password=hunter2                              | password=[masked]
			password=hunter2, user=bob                    | password=[masked], user=bob
			user=bob,password=hunter2,role=x              | user=bob,password=[masked],role=x
			password = hunter2                            | password = [masked]
			Password: hunter2 rejected                    | Password: [masked] rejected
			"password":"hunter2"                          | "password":"[masked]"
			{"password" : "hun\\"ter2","a":1}             | {"password" : "[masked]","a":1}
			{"body":"{\\"password\\":\\"hunter2\\"}"}     | {"body":"{\\"password\\":\\"[masked]\\"}"}
			{"body":"password=hunter2"}                   | {"body":"password=[masked]"}
			'pwd': 'hunter2'                              | 'pwd': '[masked]'
			GET /login?user=a&token=abc123&x=1            | GET /login?user=a&token=[masked]&x=1
			GET /cb?access_token=abc HTTP/1.1             | GET /cb?access_token=[masked] HTTP/1.1
			grant=x&client_secret=a&b=c                   | grant=x&client_secret=[masked]&b=c
			{password=hunter2}                            | {password=[masked]}
			Login[user=bob, password=hun)ter2]            | Login[user=bob, password=[masked]]
			db.user-password=hunter2                      | db.user-password=[masked]
			PGPASSWORD=hunter2                            | PGPASSWORD=[masked]
			userPassword=hunter2                          | userPassword=[masked]
			refreshToken: abc                             | refreshToken: [masked]
			X-Api-Key: abc                                | X-Api-Key: [masked]
			apikey=abc                                    | apikey=[masked]
			private_key=abc                               | private_key=[masked]
			password=123456                               | password=[masked]
			password=>hunter2                             | password=>[masked]
			words={a=b}, secret={id=1, v=x} end           | words={a=b}, secret=[masked] end
			headers[authorization]=abc                    | headers[authorization]=[masked]
			""")
	void masksTheValueUnderASensitiveKey(String text, String masked) {
		assertThat(this.engine.mask(text)).isEqualTo(masked);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			Authorization: Bearer abc for bob             | Authorization: Bearer [masked] for bob
			Authorization: Basic dXNlcjpwdw==             | Authorization: Basic [masked]
			Authorization: Digest username="a", resp="b"  | Authorization: Digest [masked]
			{Authorization=[Bearer abc], Host=[x]}        | {Authorization=[masked], Host=[x]}
			[Authorization:"Bearer abc", Host:"x"]        | [Authorization:"[masked]", Host:"x"]
			authorization: abc                            | authorization: [masked]
			Cookie: a=b; JSESSIONID=c rejected            | Cookie: [masked] rejected
			{cookie=a=b; c=d, host=x}                     | {cookie=[masked], host=x}
			Set-Cookie: sid=abc; Path=/                   | Set-Cookie: [masked]
			got bearer abcdef123456 from x                | got bearer [masked] from x
			sent Basic dXNlcjpwdw== to x                  | sent Basic [masked] to x
			jdbc:postgresql://u:hunter2@db:5432/x         | jdbc:postgresql://u:[masked]@db:5432/x
			""")
	void masksCredentials(String text, String masked) {
		assertThat(this.engine.mask(text)).isEqualTo(masked);
	}

	@ParameterizedTest
	@ValueSource(strings = { "prompt_tokens=12", "\"prompt_tokens\": \"12\"", "token=12", "{\"token\": true}",
			"\"token\":-1.5", "password=null", "secret: false", "password=${DB_PASSWORD}", "password=", "password: ",
			"{\"password\":\"\"}", "tokenType=bearer", "passwordLength=12", "password-reset: done", "The token expired",
			"Bearer authentication is required", "Basic authentication", "Basic Authorization", "Secrets::new",
			"Password::new", "http://localhost:8080/a@b", "https://example.org/?q=a:b@c", "nosecret=1", "compassword",
			"at a.b.Token.read(Token.java:12)", "12:34:56", "monkey=x", "keypad: 3", "authorizations=3" })
	void leavesWhatOnlyLooksLikeASecret(String text) {
		assertThat(this.engine.mask(text)).isSameAs(text);
	}

	@Test
	void masksTokensAndKeysOfKnownFormats() {
		for (String secret : Secrets.ALL) {
			assertThat(this.engine.mask(secret)).isEqualTo("[masked]");
			assertThat(this.engine.mask("got '" + secret + "' here")).isEqualTo("got '[masked]' here");
			assertThat(this.engine.mask("https://example.org/" + secret + "?a=b")).doesNotContain(secret);
		}
	}

	@Test
	void leavesWhatIsLongerOrShorterThanAKnownFormat() {
		for (String text : List.of("AK" + "IAIOSFODNN7", "AK" + "IA" + "A".repeat(17), "xAK" + "IAIOSFODNN7EXAMPLE",
				"gh" + "p_short", "AI" + "za" + "b".repeat(36), "eyJhbGci", "eyJhbGciOiJIUzI1NiJ9.only-two")) {
			assertThat(this.engine.mask(text)).isSameAs(text);
		}
	}

	@Test
	void masksTheBodyOfAPrivateKey() {
		String begin = "-----BEGIN RSA " + "PRIVATE KEY-----";
		String end = "-----END RSA " + "PRIVATE KEY-----";
		assertThat(this.engine.mask("a " + begin + "\nMIIB\nabc=\n" + end + " b"))
			.isEqualTo("a " + begin + "[masked]" + end + " b");
		assertThat(this.engine.mask("key=" + begin + "\nMIIB\nabc=")).doesNotContain("MIIB", "abc");
		assertThat(this.engine.mask("{\"private_key\":\"" + begin + "\nMIIB\nabc=\n" + end + "\"}"))
			.doesNotContain("MIIB", "abc");
		String certificate = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----";
		assertThat(this.engine.mask(certificate)).isSameAs(certificate);
	}

	@Test
	void masksUnderAdditionalKeys() {
		MaskingEngine engine = MaskingEngine.create(List.of("ssn", "Bank-Account", " "));
		assertThat(engine.mask("ssn=123-45-6789 bank_account: DE12")).isEqualTo("ssn=[masked] bank_account: [masked]");
		assertThat(engine.isSensitive("bankAccount")).isTrue();
	}

	@Test
	void masksAWholeValueUnderAKey() {
		assertThat(this.engine.mask("password", "correct horse")).isEqualTo("[masked]");
		assertThat(this.engine.mask("token", "12")).isEqualTo("12");
		assertThat(this.engine.mask("note", "password=x")).isEqualTo("password=[masked]");
		assertThat(this.engine.mask("password", "")).isEmpty();
	}

	@Test
	void masksEverySecretOfALongText() {
		String line = "user=bob password=hunter2 at=12\n";
		assertThat(this.engine.mask(line.repeat(100))).isEqualTo("user=bob password=[masked] at=12\n".repeat(100));
	}

	@Test
	void changesNothingWhenItMasksAgain() {
		String once = this.engine.mask("password=hunter2 {\"token\":\"abc\"} Authorization: Bearer abc");
		assertThat(this.engine.mask(once)).isSameAs(once);
	}

}
