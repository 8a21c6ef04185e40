package dev.mainstay.core.validation.paging;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SecretNamesTests {

	@ParameterizedTest
	@ValueSource(strings = { "password", "passwordHash", "PASSWORD", "user.password", "user_password", "userPasswords",
			"apiKey", "api_key", "APIKey", "x.apiKeys", "resetToken", "pin", "cardPin", "ssn", "salt1", "privateKey",
			"credentials" })
	void knowsASecret(String name) {
		assertThat(SecretNames.isSecret(name)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "name", "shippingAddress", "spinning", "hashtag", "secretary", "tokenizer", "keyboard",
			"apiary", "saltwater", "key", "opinion", "" })
	void takesNothingElseForOne(String name) {
		assertThat(SecretNames.isSecret(name)).isFalse();
	}

}
