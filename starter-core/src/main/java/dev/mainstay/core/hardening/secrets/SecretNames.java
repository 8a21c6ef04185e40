package dev.mainstay.core.hardening.secrets;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/**
 * Tells by its name, and by what its value looks like, whether a property holds a secret.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class SecretNames {

	/** Their values are secrets even where they are numbers. */
	private static final List<String> PASSWORDS = List.of("password", "passwd", "pwd", "passphrase", "secret");

	/** At the end only: a token's validity is none. */
	private static final List<String> KEYS = List.of("token", "apikey", "accesskey", "secretkey", "privatekey",
			"signingkey", "encryptionkey", "hmackey", "masterkey", "accountkey", "sharedkey", "credentials");

	/** A key is many things, but not below these. */
	private static final Set<String> PARENTS = Set.of("jwt", "hmac", "aes", "encryption", "signing", "api");

	/** The password of a trust store protects nothing that is not public. */
	private static final Pattern OTHERS = Pattern.compile("truststore|csrf|xsrf|cancel|page|anonymous");

	/** A trust store that lists passwords by their own element. */
	private static final Pattern OTHER_PARENTS = Pattern.compile(".*(truststore|csrf|xsrf).*");

	/**
	 * Values that say where the secret is, that it is encrypted, or what to tell a user.
	 */
	private static final Pattern POINTERS = Pattern
		.compile("(?is).*\\$\\{.*|\\{(?!noop}).*|enc\\(.*|<.*>|@.*@|%.*%|#\\{.*|\\.?/[\\w.-]+/.*|/[a-z][a-z/_.{}-]*"
				+ "|(vault|sm|arn|aws|gcp|file|classpath|https?):.*|(?!-----BEGIN).*\\s.*");

	private static final Pattern NO_SECRET = Pattern.compile(
			"(?i).{0,7}|none|disabled|same-origin|\\*+|x+|[a-z]\\w{0,29}(\\.[a-z]\\w{0,29})+|x-[a-z-]+|authorization");

	private static final Pattern NUMBER = Pattern.compile("[0-9.]+\\s?[a-zA-Z]{0,2}");

	private SecretNames() {
	}

	/**
	 * Whether the name of a property is that of a secret.
	 * @param name the name
	 * @return whether it is
	 */
	public static boolean matches(ConfigurationPropertyName name) {
		int last = lastNamed(name);
		if (last < 0) {
			return false;
		}
		String element = name.getElement(last, Form.UNIFORM);
		String parent = (last > 0) ? name.getElement(last - 1, Form.UNIFORM) : "";
		if (OTHERS.matcher(element).find() || OTHER_PARENTS.matcher(parent).matches()) {
			return false;
		}
		return isPassword(element) || KEYS.stream().anyMatch(element::endsWith)
				|| (element.equals("key") && PARENTS.contains(parent));
	}

	/**
	 * Whether a property holds a secret that is readable where it is set: by its name,
	 * and not only a number, a switch, or a hint at where the secret is kept.
	 * @param name the name of the property
	 * @param value its value as it is written, with placeholders
	 * @return whether it does
	 */
	public static boolean holdsSecret(ConfigurationPropertyName name, String value) {
		if (value.isBlank() || !matches(name) || POINTERS.matcher(value.strip()).matches()) {
			return false;
		}
		String text = value.strip();
		boolean password = isPassword(name.getElement(lastNamed(name), Form.UNIFORM));
		return password ? !isSwitch(text) : !NO_SECRET.matcher(text).matches() && !NUMBER.matcher(text).matches();
	}

	private static boolean isSwitch(String text) {
		return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
	}

	private static boolean isPassword(String element) {
		return PASSWORDS.stream().anyMatch(element::endsWith);
	}

	/** An element of a list is named by its list. */
	private static int lastNamed(ConfigurationPropertyName name) {
		int last = name.getNumberOfElements() - 1;
		while (last >= 0 && name.isNumericIndex(last)) {
			last--;
		}
		return last;
	}

}
