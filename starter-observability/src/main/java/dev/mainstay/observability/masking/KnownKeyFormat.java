package dev.mainstay.observability.masking;

import java.util.List;

/**
 * A key of a well-known format: a prefix, and a number of characters of an alphabet. The
 * formats are those that the providers document and that the rules of gitleaks 8.30 look
 * for.
 */
final class KnownKeyFormat implements Recognizer {

	/**
	 * What a key consists of behind its prefix.
	 */
	enum Alphabet {

		UPPER, HEX, WORD, URL_SAFE, DOTTED

	}

	private static final int ANY = Integer.MAX_VALUE;

	static final List<KnownKeyFormat> ALL = List.of(
			// Amazon Web Services
			new KnownKeyFormat("AKIA", Alphabet.UPPER, 16, 16), new KnownKeyFormat("ASIA", Alphabet.UPPER, 16, 16),
			new KnownKeyFormat("ABIA", Alphabet.UPPER, 16, 16), new KnownKeyFormat("ACCA", Alphabet.UPPER, 16, 16),
			new KnownKeyFormat("A3T", Alphabet.UPPER, 17, 17),
			// GitHub, GitLab
			new KnownKeyFormat("ghp_", Alphabet.WORD, 36, ANY), new KnownKeyFormat("gho_", Alphabet.WORD, 36, ANY),
			new KnownKeyFormat("ghu_", Alphabet.WORD, 36, ANY), new KnownKeyFormat("ghs_", Alphabet.WORD, 36, ANY),
			new KnownKeyFormat("ghr_", Alphabet.WORD, 36, ANY),
			new KnownKeyFormat("github_pat_", Alphabet.WORD, 40, ANY),
			new KnownKeyFormat("glpat-", Alphabet.DOTTED, 20, ANY),
			// Slack
			new KnownKeyFormat("xoxb-", Alphabet.URL_SAFE, 16, ANY),
			new KnownKeyFormat("xoxp-", Alphabet.URL_SAFE, 16, ANY),
			new KnownKeyFormat("xoxa-", Alphabet.URL_SAFE, 16, ANY),
			new KnownKeyFormat("xoxe-", Alphabet.URL_SAFE, 16, ANY),
			new KnownKeyFormat("xoxr-", Alphabet.URL_SAFE, 16, ANY),
			new KnownKeyFormat("xoxs-", Alphabet.URL_SAFE, 16, ANY),
			new KnownKeyFormat("xapp-", Alphabet.URL_SAFE, 16, ANY),
			// Stripe
			new KnownKeyFormat("sk_live_", Alphabet.WORD, 10, ANY),
			new KnownKeyFormat("sk_test_", Alphabet.WORD, 10, ANY),
			new KnownKeyFormat("rk_live_", Alphabet.WORD, 10, ANY),
			new KnownKeyFormat("rk_test_", Alphabet.WORD, 10, ANY),
			new KnownKeyFormat("whsec_", Alphabet.WORD, 24, ANY),
			// Google
			new KnownKeyFormat("AIza", Alphabet.URL_SAFE, 35, 35),
			new KnownKeyFormat("GOCSPX-", Alphabet.URL_SAFE, 20, ANY),
			new KnownKeyFormat("ya29.", Alphabet.DOTTED, 20, ANY),
			// Others
			new KnownKeyFormat("SG.", Alphabet.DOTTED, 60, ANY), new KnownKeyFormat("npm_", Alphabet.WORD, 36, 36),
			new KnownKeyFormat("pypi-AgEIcHlwaS5vcmc", Alphabet.URL_SAFE, 50, ANY),
			new KnownKeyFormat("hvs.", Alphabet.URL_SAFE, 24, ANY), new KnownKeyFormat("dop_v1_", Alphabet.HEX, 64, 64),
			new KnownKeyFormat("dapi", Alphabet.HEX, 32, 32), new KnownKeyFormat("glsa_", Alphabet.WORD, 32, ANY),
			new KnownKeyFormat("shpat_", Alphabet.HEX, 32, 32),
			new KnownKeyFormat("sk-ant-", Alphabet.URL_SAFE, 24, ANY),
			new KnownKeyFormat("sk-proj-", Alphabet.URL_SAFE, 24, ANY),
			new KnownKeyFormat("sk-svcacct-", Alphabet.URL_SAFE, 24, ANY),
			new KnownKeyFormat("sk-admin-", Alphabet.URL_SAFE, 24, ANY),
			new KnownKeyFormat("sk-", Alphabet.WORD, 48, 48), new KnownKeyFormat("sntryu_", Alphabet.HEX, 64, 64),
			new KnownKeyFormat("AGE-SECRET-KEY-1", Alphabet.UPPER, 58, 58));

	private final String prefix;

	private final Alphabet alphabet;

	private final int min;

	private final int max;

	private KnownKeyFormat(String prefix, Alphabet alphabet, int min, int max) {
		this.prefix = prefix;
		this.alphabet = alphabet;
		this.min = min;
		this.max = max;
	}

	@Override
	public MaskingRule rule() {
		return MaskingRule.KNOWN_KEY;
	}

	@Override
	public String triggers() {
		return this.prefix.substring(0, 1);
	}

	@Override
	public long find(CharSequence text, int at) {
		for (int i = 1; i < this.prefix.length(); i++) {
			if (at + i >= text.length() || text.charAt(at + i) != this.prefix.charAt(i)) {
				return Region.NONE;
			}
		}
		int start = at + this.prefix.length();
		int end = start;
		while (end < text.length() && end - start <= this.max && isInAlphabet(text.charAt(end))) {
			end++;
		}
		boolean fits = end - start >= this.min && end - start <= this.max;
		return (fits && !isWordAt(text, end)) ? Region.of(at, end) : Region.NONE;
	}

	private static boolean isWordAt(CharSequence text, int at) {
		return at < text.length() && Ascii.isWord(text.charAt(at));
	}

	private boolean isInAlphabet(char c) {
		return switch (this.alphabet) {
			case UPPER -> Ascii.isUpper(c) || Ascii.isDigit(c);
			case HEX -> Ascii.isDigit(c) || (c >= 'a' && c <= 'f');
			case WORD -> Ascii.isWord(c);
			case URL_SAFE -> Ascii.isWord(c) || c == '-';
			case DOTTED -> Ascii.isWord(c) || c == '-' || c == '.';
		};
	}

}
