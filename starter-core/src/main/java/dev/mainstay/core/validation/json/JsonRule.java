package dev.mainstay.core.validation.json;

/**
 * A rule on the JSON of requests.
 *
 * @since 0.1.0
 */
public enum JsonRule {

	/** A property that the type does not have. */
	UNKNOWN_PROPERTIES("unknown-properties"),

	/** A property that an object has twice. */
	DUPLICATE_PROPERTIES("duplicate-properties"),

	/** A scalar of another type than the property has. */
	SCALAR_COERCION("scalar-coercion"),

	/** An enum by the number of its constant. */
	ENUM_ORDINALS("enum-ordinals"),

	/** A null in a collection, an array or a map. */
	NULL_ELEMENTS("null-elements"),

	/** A character that shows nothing, or turns the direction of what is shown. */
	CONTROL_CHARACTERS("control-characters");

	private final String property;

	JsonRule(String property) {
		this.property = property;
	}

	/**
	 * The name of the rule behind {@code validation.}.
	 * @return the name
	 */
	public String property() {
		return this.property;
	}

	int bit() {
		return 1 << ordinal();
	}

	boolean isIn(int rules) {
		return (rules & bit()) != 0;
	}

}
