package dev.mainstay.observability.masking;

import java.util.Locale;

/**
 * By what a secret was told from other text. The name in lower case is the tag
 * {@code rule} of the counter of masked values.
 *
 * @since 0.1.0
 */
public enum MaskingRule {

	/** It stood behind, or under, a key for secrets. */
	KEY,

	/** The number of a payment card. */
	CARD,

	/** An international bank account number. */
	IBAN,

	/** An e-mail address, or the part of it before the {@code @}. */
	EMAIL,

	/** A JSON Web Token. */
	JWT,

	/** What stood behind {@code Bearer}, {@code Basic} or another scheme. */
	CREDENTIALS,

	/** A key of a format that a provider documents. */
	KNOWN_KEY,

	/** A private key in PEM. */
	PRIVATE_KEY,

	/** The password in a URL. */
	URL_PASSWORD,

	/** A field that is annotated with {@link Sensitive}. */
	ANNOTATION;

	/**
	 * The value of the tag.
	 * @return the name in lower case, its words joined by hyphens
	 */
	public String tag() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
