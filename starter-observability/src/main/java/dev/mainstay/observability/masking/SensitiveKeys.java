package dev.mainstay.observability.masking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The names of keys whose values are secret. A key is sensitive if its last words are one
 * of these: {@code access_token}, {@code accessToken}, {@code X-Access-Token} and
 * {@code my.access.token}, but neither {@code prompt_tokens} nor {@code tokenType}.
 */
final class SensitiveKeys {

	/**
	 * What is known of the value under a key.
	 */
	enum Kind {

		/** Anything but a boolean. */
		SECRET,

		/** The same, and a number counts something rather than being one. */
		TOKEN,

		/** Several words, in the form of this header. */
		AUTHORIZATION,

		/** Several pairs, in the form of this header. */
		COOKIE

	}

	private static final List<String> SECRETS = List.of("password", "passwd", "passphrase", "pwd", "passcode", "secret",
			"apikey", "privatekey", "secretkey", "accesskey", "accountkey", "signingkey", "encryptionkey", "masterkey",
			"sharedkey", "subscriptionkey", "credential", "credentials", "jsessionid", "cvv", "cvc", "cvv2", "cvc2");

	private static final List<String> TOKENS = List.of("token", "csrftoken", "xsrftoken", "authtoken", "accesstoken",
			"refreshtoken", "idtoken", "sessiontoken");

	private static final int MAX_TRAILING_DIGITS = 4;

	private record Word(String letters, Kind kind, boolean anywhere) {

	}

	/** By the last letter of the word. */
	private final Word[] @Nullable [] words = new Word[Ascii.SIZE][];

	private SensitiveKeys() {
	}

	static SensitiveKeys with(Collection<String> additionalKeys) {
		SensitiveKeys keys = none();
		SECRETS.forEach((word) -> keys.add(word, Kind.SECRET));
		TOKENS.forEach((word) -> keys.add(word, Kind.TOKEN));
		keys.add("authorization", Kind.AUTHORIZATION);
		keys.add("cookie", Kind.COOKIE);
		additionalKeys.stream().map(SensitiveKeys::normalize).forEach((word) -> keys.add(word, Kind.SECRET));
		return keys;
	}

	static SensitiveKeys none() {
		return new SensitiveKeys();
	}

	/**
	 * The form in which keys are compared.
	 * @return lower-case letters and digits only; may be empty
	 */
	static String normalize(String key) {
		StringBuilder normalized = new StringBuilder(key.length());
		key.chars()
			.filter((c) -> Ascii.isAlphanumeric((char) c))
			.forEach((c) -> normalized.append(Ascii.lower((char) c)));
		return normalized.toString();
	}

	private void add(String letters, Kind kind) {
		if (letters.isEmpty()) {
			return;
		}
		// Nobody writes PGPASSWORD as two words, and no harmless word ends like this.
		boolean anywhere = letters.equals("password") || letters.equals("passwd") || letters.equals("passphrase");
		char last = letters.charAt(letters.length() - 1);
		Word[] before = this.words[last];
		List<Word> all = new ArrayList<>((before != null) ? List.of(before) : List.of());
		all.add(new Word(letters, kind, anywhere));
		this.words[last] = all.toArray(Word[]::new);
	}

	/**
	 * Look at the key that ends at a position of a text.
	 * @return the kind, or {@code null} if the key is not sensitive
	 */
	@Nullable Kind match(CharSequence text, int end) {
		Kind kind = matchExactly(text, end);
		int withoutDigits = end;
		while (withoutDigits > 0 && end - withoutDigits < MAX_TRAILING_DIGITS
				&& Ascii.isDigit(text.charAt(withoutDigits - 1))) {
			withoutDigits--;
		}
		return (kind != null || withoutDigits == end) ? kind : matchExactly(text, withoutDigits);
	}

	private @Nullable Kind matchExactly(CharSequence text, int end) {
		char last = (end > 0) ? Ascii.lower(text.charAt(end - 1)) : Ascii.SIZE;
		Word[] candidates = (last < Ascii.SIZE) ? this.words[last] : null;
		if (candidates == null) {
			return null;
		}
		for (Word word : candidates) {
			int start = startOf(word.letters(), text, end);
			if (start >= 0 && (word.anywhere() || isStartOfWord(text, start))) {
				return word.kind();
			}
		}
		return null;
	}

	private static int startOf(String letters, CharSequence text, int end) {
		int at = end;
		for (int i = letters.length() - 1; i >= 0; i--) {
			at--;
			if (at > 0 && at < end - 1 && isSeparator(text.charAt(at))) {
				at--;
			}
			if (at < 0 || Ascii.lower(text.charAt(at)) != letters.charAt(i)) {
				return -1;
			}
		}
		return at;
	}

	private static boolean isSeparator(char c) {
		return c == '_' || c == '-' || c == '.' || c == ' ';
	}

	private static boolean isStartOfWord(CharSequence text, int start) {
		if (start == 0 || !(Ascii.isLower(text.charAt(start - 1)) || Ascii.isUpper(text.charAt(start - 1)))) {
			return true;
		}
		boolean upper = Ascii.isUpper(text.charAt(start));
		return upper && (Ascii.isLower(text.charAt(start - 1)) || Ascii.isLower(text.charAt(start + 1)));
	}

}
