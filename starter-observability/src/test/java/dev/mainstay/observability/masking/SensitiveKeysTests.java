package dev.mainstay.observability.masking;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SensitiveKeysTests {

	private final MaskingEngine engine = MaskingEngine.create(List.of());

	@ParameterizedTest
	@ValueSource(strings = { "pass", "db_pass", "DB_PASS", "smtp.pass", "userPass", "passwordConfirmation",
			"passwordConfirm", "password_confirmation", "confirmPassword", "passwords", "secrets", "apiKeys",
			"client-secrets", "passwordHash", "password_hash", "sessionId", "session_id", "HttpSessionId", "otp",
			"smsOtp", "totp", "pin", "card_pin" })
	void hideTheirValuesInEveryForm(String key) {
		assertThat(this.engine.mask(key + "=hunter2 a")).isEqualTo(key + "=[masked] a");
		assertThat(this.engine.mask("a " + key + ": hunter2, b")).isEqualTo("a " + key + ": [masked], b");
		assertThat(this.engine.mask("{\"" + key + "\":\"hunter2\"}")).isEqualTo("{\"" + key + "\":\"[masked]\"}");
		assertThat(this.engine.mask("<" + key + ">hunter2</" + key + ">"))
			.isEqualTo("<" + key + ">[masked]</" + key + ">");
		assertThat(this.engine.mask("to=%2Flogin%3F" + key + "%3Dhunter2%26a%3Db"))
			.isEqualTo("to=%2Flogin%3F" + key + "%3D[masked]%26a%3Db");
		assertThat(this.engine.mask("line\\n" + key + "=hunter2")).isEqualTo("line\\n" + key + "=[masked]");
		assertThat(this.engine.isSensitive(key)).isTrue();
		assertThat(this.engine.mask(key, "my hunter2")).isEqualTo("[masked]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "pass: 3 tests", "Tests pass: 3, fail: 0", "pass=12 fail=0", "second pass: optimizing it",
			"bypass=on", "compass=N", "spin=1x", "opinion=a", "pinned=x", "passing=x", "gpio.pin=13", "pass=true",
			"passport=x", "Pass::new", "secrets=3 found", "passwords: 12", "tokens=[a]", "max_tokens=a", "hotpot=x",
			"passthrough=x", "passwordPolicy=strict", "session=a", "sessionIdle=x", "A pin: see the manual" })
	void areNotWhatOnlyLooksLikeOne(String text) {
		assertThat(this.engine.mask(text)).isSameAs(text);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					pin=1234 wrong                                        | pin=[masked] wrong
					otp: 482913 sent                                      | otp: [masked] sent
					pass: hunter2 rejected                                | pass: [masked] rejected
					<wsse:Password Type="a">hunter2</wsse:Password><b>c</b>| <wsse:Password Type="a">[masked]</wsse:Password><b>c</b>
					<password><![CDATA[hun<ter2]]></password>             | <password><![CDATA[[masked]]]></password>
					{"x":"<password>hunter2<\\/password>"}                | {"x":"<password>[masked]<\\/password>"}
					b=%7B%22password%22%3A%22hunter2%22%2C%22a%22%3A1%7D  | b=%7B%22password%22%3A%22[masked]%22%2C%22a%22%3A1%7D
					password%3dhunter2                                    | password%3d[masked]
					""")
	void hideTheirValuesInTheFormsOfSomeFormats(String text, String masked) {
		assertThat(this.engine.mask(text)).isEqualTo(masked);
		assertThat(this.engine.mask(masked)).isSameAs(masked);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<password/>", "<password></password>", "<password> </password>", "<token>12</token>",
			"login <user> <password> [options]", "List<Token> tokens", "a <password", "<password a=\"b\"",
			"Map<Token, List<String>> </b>", "password%3D", "redirect%3Dabc", "secret%3A%2F%2Fhost", "100%" })
	void areNotWhatOnlyLooksLikeAFormat(String text) {
		assertThat(this.engine.mask(text)).isSameAs(text);
	}

	@Test
	void mayBeOfAnyScript() {
		MaskingEngine engine = MaskingEngine.create(List.of("contraseña", "пароль", "Schlüssel", "密码"));
		assertThat(engine.mask("contraseña=a Пароль: b, db.schlüssel=c {\"密码\":\"d\"}"))
			.isEqualTo("contraseña=[masked] Пароль: [masked], db.schlüssel=[masked] {\"密码\":\"[masked]\"}");
		assertThat(engine.isSensitive("ПАРОЛЬ")).isTrue();
		assertThat(engine.isSensitive("мойПароль")).isTrue();
		assertThat(engine.isSensitive("антипароль")).isFalse();
	}

	@Test
	void mayBeASingleLetter() {
		MaskingEngine engine = MaskingEngine.create(List.of("X"));
		assertThat(engine.isSensitive("AX")).isFalse();
		assertThat(engine.mask("x=1 ax=1")).isEqualTo("x=[masked] ax=1");
	}

}
