package dev.mainstay.tests.harness;

/**
 * Secrets that are none, planted to be looked for in everything that a service writes.
 * Put together here, so that no scanner takes them for real ones.
 */
public enum PlantedSecret {

	/** Behind a key. */
	PASSWORD("password=", "correcthorse1", ""),

	/** In JSON. */
	ACCESS_TOKEN("{\"access_token\": \"", "correcthorse2", "\"}"),

	/** Of Mastercard, as its makers give it to try out. */
	CARD("", "55555555" + "55554444", ""),

	/** The example of the registry. */
	IBAN("", "DE893704" + "00440532013000", ""),

	/** Its payload is looked for. */
	JWT("ey" + "JhbGciOiJIUzI1NiJ9.", "ey" + "JzdWIiOiJjb3JyZWN0LWhvcnNlIn0",
			".dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U"),

	/** Of an {@code Authorization} header. */
	BEARER("Bearer ", "correct6horse6battery", ""),

	/** The example of AWS. */
	AWS_KEY("", "AK" + "IAIOSFODNN7EXAMPLE", ""),

	/** In PEM. */
	PRIVATE_KEY("-----BEGIN " + "PRIVATE KEY-----\n", "MIICorrectHorse8Battery", "\n-----END " + "PRIVATE KEY-----"),

	/** In the URL of a database. */
	URL_PASSWORD("jdbc:postgresql://app:", "correct9horse", "@db.internal:5432/orders"),

	/** A person's address, of which the domain may be seen. */
	EMAIL("", "correct.horse10", "@example.org");

	private final String before;

	private final String secret;

	private final String after;

	PlantedSecret(String before, String secret, String after) {
		this.before = before;
		this.secret = secret;
		this.after = after;
	}

	/**
	 * A text that holds the secret in its form.
	 * @return the text
	 */
	public String text() {
		return this.before + this.secret + this.after;
	}

	/**
	 * What must not be seen anywhere.
	 * @return the secret alone
	 */
	public String secret() {
		return this.secret;
	}

	/**
	 * Whether the text can be put into a URL as it is.
	 * @return whether nothing in it has to be encoded
	 */
	public boolean fitsIntoUrl() {
		return text().matches("[A-Za-z0-9._~@=-]+");
	}

}
