package dev.mainstay.observability.masking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import dev.mainstay.core.masking.TextMasker;
import org.jspecify.annotations.Nullable;

/**
 * Masks secrets in texts: values under password-like keys, credentials of the
 * {@code Authorization} header, JSON Web Tokens, payment cards, keys of well-known
 * formats, private keys in PEM and passwords in URLs. Each is replaced by
 * {@value #REPLACEMENT}; the key in front of it stays.
 * <p>
 * A text is passed over once, without regular expressions, in time linear in its length
 * whatever it contains, and nothing is allocated when there is nothing to mask. Immutable
 * and thread-safe.
 *
 * @since 0.1.0
 */
public final class MaskingEngine implements TextMasker {

	/**
	 * What stands in the place of a secret.
	 */
	public static final String REPLACEMENT = "[masked]";

	private final SensitiveKeys keys;

	private final Recognizer[] @Nullable [] recognizers = new Recognizer[Ascii.SIZE][];

	private MaskingEngine(SensitiveKeys keys, List<Recognizer> recognizers) {
		this.keys = keys;
		recognizers.forEach((recognizer) -> recognizer.triggers().chars().forEach((c) -> add(c, recognizer)));
	}

	/**
	 * Create an engine.
	 * @param additionalKeys names of further keys whose values are secret, compared
	 * without regard to case, hyphens, underscores and dots; one without a letter or
	 * digit is ignored
	 * @return the engine
	 */
	public static MaskingEngine create(Collection<String> additionalKeys) {
		SensitiveKeys keys = SensitiveKeys.with(additionalKeys);
		List<Recognizer> recognizers = new ArrayList<>(List.of(new UrlPassword(), new KeyList(keys),
				new KeyedValue(keys), new XmlElement(keys), new UrlEncodedValue(keys), new PaymentCard(),
				new JsonWebToken(), new SchemeCredentials(), new PrivateKeyBlock()));
		recognizers.addAll(KnownKeyFormat.ALL);
		return new MaskingEngine(keys, recognizers);
	}

	/**
	 * Create an engine for where masking is switched off.
	 * @return an engine that masks nothing
	 */
	public static MaskingEngine none() {
		return new MaskingEngine(SensitiveKeys.none(), List.of());
	}

	private void add(int trigger, Recognizer recognizer) {
		Recognizer[] before = this.recognizers[trigger];
		List<Recognizer> all = new ArrayList<>((before != null) ? List.of(before) : List.of());
		all.add(recognizer);
		this.recognizers[trigger] = all.toArray(Recognizer[]::new);
	}

	@Override
	public String mask(String text) {
		try {
			StringBuilder masked = scan(text);
			return (masked != null) ? masked.toString() : text;
		}
		catch (RuntimeException ex) {
			// A text is worth less than a secret that it may hold.
			return REPLACEMENT;
		}
	}

	/**
	 * Whether a value under this key is a secret whatever it looks like. Only the last
	 * words of the key count: {@code db.user-password} is sensitive,
	 * {@code password-length} is not.
	 * @param key the name of a key-value pair, a field or a property
	 * @return whether the key is sensitive
	 */
	public boolean isSensitive(String key) {
		return this.keys.match(key, key.length()) != null;
	}

	/**
	 * Mask a value that stands under a key.
	 * @param key the key
	 * @param value the value
	 * @return {@value #REPLACEMENT} for a value under a sensitive key, unless it is
	 * blank, a boolean, or a number under a key for tokens; else the value with every
	 * secret in it masked
	 */
	public String mask(String key, String value) {
		SensitiveKeys.Kind kind = this.keys.match(key, key.length());
		if (kind != null && !value.isBlank() && !Harmless.isHarmless(kind, value, 0, value.length())) {
			return REPLACEMENT;
		}
		return mask(value);
	}

	@Nullable StringBuilder scan(CharSequence text) {
		StringBuilder masked = null;
		int copied = 0;
		int at = 0;
		while (at < text.length()) {
			long region = find(text, at);
			if (region == Region.NONE) {
				at++;
				continue;
			}
			masked = (masked != null) ? masked : new StringBuilder(text.length());
			masked.append(text, copied, Region.start(region)).append(REPLACEMENT);
			copied = Region.end(region);
			at = copied;
		}
		return (masked != null) ? masked.append(text, copied, text.length()) : null;
	}

	private long find(CharSequence text, int at) {
		char c = text.charAt(at);
		Recognizer[] candidates = (c < Ascii.SIZE) ? this.recognizers[c] : null;
		if (candidates == null || (at > 0 && isInsideOfWord(text.charAt(at - 1), c))) {
			return Region.NONE;
		}
		for (Recognizer candidate : candidates) {
			long region = candidate.find(text, at);
			if (region != Region.NONE) {
				return region;
			}
		}
		return Region.NONE;
	}

	/** Digits are looked at behind a letter too: {@code card4111...}. */
	private static boolean isInsideOfWord(char before, char c) {
		return Ascii.isDigit(c) ? Ascii.isDigit(before) : Ascii.isAlphanumeric(c) && Ascii.isAlphanumeric(before);
	}

}
