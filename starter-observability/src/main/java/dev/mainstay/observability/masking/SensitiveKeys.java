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

		/** The same, and a number of up to three digits counts something. */
		CODE,

		/** The same, under a key that is a word by which a sentence may begin too. */
		WORD,

		/** Several words, in the form of this header. */
		AUTHORIZATION,

		/** Several pairs, in the form of this header. */
		COOKIE

	}

	private static final int MAX_TRAILING_DIGITS = 4;

	private record Word(String letters, Kind kind, boolean anywhere) {

	}

	/** By the last letter of the word; those that are not of ASCII share the first. */
	private final Word[] @Nullable [] words = new Word[Ascii.SIZE][];

	private SensitiveKeys() {
	}

	static SensitiveKeys with(Collection<String> additionalKeys) {
		SensitiveKeys keys = none();
		SensitiveWords.forEach(keys::add);
		additionalKeys.stream().map(KeyLetters::normalize).forEach((word) -> keys.add(word, Kind.SECRET));
		return keys;
	}

	static SensitiveKeys none() {
		return new SensitiveKeys();
	}

	private void add(String letters, Kind kind) {
		if (letters.isEmpty()) {
			return;
		}
		int index = index(letters.charAt(letters.length() - 1));
		Word[] before = this.words[index];
		List<Word> all = new ArrayList<>((before != null) ? List.of(before) : List.of());
		all.add(new Word(letters, kind, SensitiveWords.mayStandAnywhere(letters)));
		this.words[index] = all.toArray(Word[]::new);
	}

	private static int index(char last) {
		return (last < Ascii.SIZE) ? last : 0;
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
		Word[] candidates = (end > 0) ? this.words[index(KeyLetters.lower(text.charAt(end - 1)))] : null;
		if (candidates == null) {
			return null;
		}
		for (Word word : candidates) {
			int start = startOf(word.letters(), text, end);
			if (start >= 0 && (word.anywhere() || KeyLetters.isStartOfWord(text, start))) {
				boolean alone = word.kind() == Kind.CODE && KeyLetters.isStartOfKey(text, start);
				return alone ? Kind.WORD : word.kind();
			}
		}
		return null;
	}

	private static int startOf(String letters, CharSequence text, int end) {
		int at = end;
		for (int i = letters.length() - 1; i >= 0; i--) {
			at--;
			if (at > 0 && at < end - 1 && KeyLetters.isSeparator(text.charAt(at))) {
				at--;
			}
			if (at < 0 || KeyLetters.lower(text.charAt(at)) != letters.charAt(i)) {
				return -1;
			}
		}
		return at;
	}

}
