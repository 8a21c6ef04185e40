package dev.mainstay.observability.masking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import dev.mainstay.core.masking.TextMasker;
import org.jspecify.annotations.Nullable;

/**
 * Masks secrets in texts: values under password-like keys, credentials of the
 * {@code Authorization} header, JSON Web Tokens, payment cards, bank account numbers,
 * e-mail addresses, keys of well-known formats, private keys in PEM, passwords in URLs,
 * and what is annotated with {@link Sensitive}. Each is replaced by
 * {@value #REPLACEMENT}; the key in front of it stays.
 * <p>
 * A text is passed over once, without regular expressions, in time linear in its length
 * whatever it contains, and nothing is allocated when there is nothing to mask. Immutable
 * and thread-safe. What is masked is counted in {@link MaskedCounts}.
 *
 * @since 0.1.0
 */
public final class MaskingEngine implements TextMasker {

	/**
	 * What stands in the place of a secret.
	 */
	public static final String REPLACEMENT = "[masked]";

	private static final Scanner.Counter COUNTED = MaskedCounts::add;

	private static final Scanner.Counter NOT_COUNTED = (rule) -> {
	};

	private final SensitiveKeys keys;

	private final Scanner scanner;

	/** Whoever called knows the address that he sent. */
	private final Scanner forCallers;

	private final boolean annotations;

	private MaskingEngine(SensitiveKeys keys, List<Recognizer> recognizers, EmailPolicy email, boolean annotations) {
		this.keys = keys;
		this.forCallers = new Scanner(recognizers);
		this.annotations = annotations;
		List<Recognizer> all = new ArrayList<>(recognizers);
		if (email != EmailPolicy.KEEP) {
			all.add((email == EmailPolicy.ALL) ? EmailAddress.whole() : EmailAddress.localPart());
		}
		this.scanner = new Scanner(all);
	}

	/**
	 * Create an engine that is like the default one but for some keys.
	 * @param additionalKeys names of further keys whose values are secret
	 * @return the engine
	 */
	public static MaskingEngine create(Collection<String> additionalKeys) {
		return create(MaskingRules.defaults().withKeys(additionalKeys));
	}

	/**
	 * Create an engine.
	 * @param rules what the service decides itself
	 * @return the engine
	 */
	public static MaskingEngine create(MaskingRules rules) {
		SensitiveKeys keys = SensitiveKeys.with(rules.keys());
		List<Recognizer> recognizers = new ArrayList<>(List.of(new UrlPassword(), new KeyList(keys),
				new KeyedValue(keys), new XmlElement(keys), new UrlEncodedValue(keys), new PaymentCard(),
				new JsonWebToken(), new SchemeCredentials(), new PrivateKeyBlock()));
		recognizers.addAll(KnownKeyFormat.ALL);
		recognizers.add(new Iban());
		return new MaskingEngine(keys, recognizers, rules.email(), true);
	}

	/**
	 * Create an engine for where masking is switched off.
	 * @return an engine that masks nothing
	 */
	public static MaskingEngine none() {
		return new MaskingEngine(SensitiveKeys.none(), List.of(), EmailPolicy.KEEP, false);
	}

	@Override
	public String mask(String text) {
		return mask(this.scanner, text);
	}

	private static String mask(Scanner scanner, String text) {
		try {
			StringBuilder masked = scanner.mask(text, COUNTED);
			return (masked != null) ? masked.toString() : text;
		}
		catch (RuntimeException ex) {
			// A text is worth less than a secret that it may hold.
			return REPLACEMENT;
		}
	}

	@Override
	public String maskForCaller(Object value) {
		return mask(this.forCallers, textOf(value));
	}

	/**
	 * Whether there is anything to mask in a text. For whoever looks before it masks;
	 * nothing is counted.
	 * @param text the text
	 * @return whether {@link #mask(String)} would change it
	 */
	public boolean finds(String text) {
		return this.scanner.mask(text, NOT_COUNTED) != null;
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
	 * Whether a value is a secret as a whole because of its key; nothing is counted.
	 * @param key the key
	 * @param value the value
	 * @return whether the key is sensitive and the value is neither blank, nor a boolean,
	 * nor a number under a key for tokens
	 */
	public boolean isSecret(String key, String value) {
		SensitiveKeys.Kind kind = this.keys.match(key, key.length());
		return kind != null && !value.isBlank() && !Harmless.isHarmless(kind, value, 0, value.length());
	}

	/**
	 * Mask a value that stands under a key.
	 * @param key the key
	 * @param value the value
	 * @return {@value #REPLACEMENT} for a {@linkplain #isSecret secret} one, else the
	 * value with every secret in it masked
	 */
	public String mask(String key, String value) {
		return isSecret(key, value) ? replacement(MaskingRule.KEY) : mask(value);
	}

	/**
	 * The text of an object with what is annotated in it masked, and nothing else.
	 * Whatever its {@code toString} throws goes through.
	 * @param value the object
	 * @return its text
	 * @see Sensitive
	 */
	public String textOf(Object value) {
		List<String> secrets = this.annotations ? SensitiveWalk.secretsIn(value) : List.of();
		if (secrets == null) {
			return replacement(MaskingRule.ANNOTATION);
		}
		boolean array = !secrets.isEmpty() && value instanceof Object[];
		String text = array ? Arrays.deepToString((Object[]) value) : String.valueOf(value);
		for (String secret : secrets) {
			text = hide(text, secret, MaskingRule.ANNOTATION);
		}
		return text;
	}

	/**
	 * Whether an object holds something annotated.
	 * @param value the object
	 * @return whether {@link #textOf} may differ from its text
	 */
	public boolean holdsSensitive(Object value) {
		List<String> secrets = this.annotations ? SensitiveWalk.secretsIn(value) : List.of();
		return secrets == null || !secrets.isEmpty();
	}

	/**
	 * Hide a secret that the caller knows.
	 * @param text the text
	 * @param secret the secret
	 * @param rule what it is counted for
	 * @return the text with {@value #REPLACEMENT} wherever the secret stood
	 */
	public String hide(String text, String secret, MaskingRule rule) {
		return HiddenTexts.hide(text, secret, rule);
	}

	/**
	 * What stands in the place of a whole value that the caller has found to be secret.
	 * @param rule what it is counted for
	 * @return {@value #REPLACEMENT}
	 */
	public String replacement(MaskingRule rule) {
		MaskedCounts.add(rule);
		return REPLACEMENT;
	}

	/**
	 * Whether annotations count: not where masking is switched off.
	 * @return whether {@link Sensitive} has an effect
	 */
	public boolean masksAnnotated() {
		return this.annotations;
	}

	@Nullable StringBuilder scan(CharSequence text) {
		return this.scanner.mask(text, NOT_COUNTED);
	}

}
