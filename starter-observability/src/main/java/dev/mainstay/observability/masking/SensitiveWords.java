package dev.mainstay.observability.masking;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * The last words of sensitive keys, in lower case and without what separates them.
 */
final class SensitiveWords {

	private static final List<String> SECRETS = List.of("password", "passwd", "passphrase", "pwd", "passcode", "secret",
			"apikey", "privatekey", "secretkey", "accesskey", "accountkey", "signingkey", "encryptionkey", "masterkey",
			"sharedkey", "subscriptionkey", "credential", "credentials", "jsessionid", "sessionid", "cvv", "cvc",
			"cvv2", "cvc2", "passwordconfirmation", "passwordconfirm", "passwordrepeat", "passwordhash");

	private static final List<String> TOKENS = List.of("token", "csrftoken", "xsrftoken", "authtoken", "accesstoken",
			"refreshtoken", "idtoken", "sessiontoken");

	/** Without tokens, which models of language count. */
	private static final List<String> PLURALS = List.of("passwords", "passphrases", "secrets", "apikeys", "privatekeys",
			"secretkeys", "accesskeys");

	private static final List<String> CODES = List.of("pass", "pin", "otp", "totp");

	private SensitiveWords() {
	}

	static void forEach(BiConsumer<String, SensitiveKeys.Kind> words) {
		SECRETS.forEach((word) -> words.accept(word, SensitiveKeys.Kind.SECRET));
		TOKENS.forEach((word) -> words.accept(word, SensitiveKeys.Kind.TOKEN));
		PLURALS.forEach((word) -> words.accept(word, SensitiveKeys.Kind.TOKEN));
		CODES.forEach((word) -> words.accept(word, SensitiveKeys.Kind.CODE));
		words.accept("authorization", SensitiveKeys.Kind.AUTHORIZATION);
		words.accept("cookie", SensitiveKeys.Kind.COOKIE);
	}

	/** Nobody writes PGPASSWORD as two words, and no harmless word holds these. */
	static boolean mayStandAnywhere(String word) {
		return word.startsWith("password") || word.startsWith("passwd") || word.startsWith("passphrase");
	}

}
