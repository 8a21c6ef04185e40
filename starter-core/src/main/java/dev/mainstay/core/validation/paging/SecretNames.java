package dev.mainstay.core.validation.paging;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Names of properties that look like a secret. Whoever may sort by one can guess it, bit
 * by bit, without ever reading it.
 */
final class SecretNames {

	/** Listed in docs/validation.md. */
	private static final Set<String> WORDS = Set.of("password", "passwd", "pwd", "passphrase", "passcode", "secret",
			"token", "hash", "salt", "credential", "pin", "otp", "ssn", "cvv", "cvc", "apikey", "accesskey",
			"privatekey", "secretkey");

	private SecretNames() {
	}

	/**
	 * Whether a word, or two words next to each other, of a name are on the list.
	 * @param path a name, or names joined by dots
	 */
	static boolean isSecret(String path) {
		String[] words = words(path);
		for (int i = 0; i < words.length; i++) {
			if (isListed(words[i]) || (i > 0 && isListed(words[i - 1] + words[i]))) {
				return true;
			}
		}
		return false;
	}

	private static String[] words(String path) {
		String spaced = path.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replaceAll("([A-Z])([A-Z][a-z])", "$1 $2");
		return Arrays.stream(spaced.split("[^A-Za-z]+"))
			.filter((word) -> !word.isEmpty())
			.map((word) -> word.toLowerCase(Locale.ROOT))
			.toArray(String[]::new);
	}

	private static boolean isListed(String word) {
		boolean plural = word.length() > 2 && word.endsWith("s");
		return WORDS.contains(word) || (plural && WORDS.contains(word.substring(0, word.length() - 1)));
	}

}
