package dev.mainstay.core.configuration;

import org.jspecify.annotations.Nullable;

/**
 * Thrown while an application starts, by the constructor of a properties record, when the
 * value of a {@code mainstay.*} property makes no sense. The application then does not
 * start, and Spring Boot prints the property, the value, the reason and the fix.
 *
 * @since 0.1.0
 */
public final class InvalidPropertyException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final String description;

	private final String fix;

	/**
	 * Create the exception.
	 * @param property the name of the property
	 * @param value its value; never a secret
	 * @param reason why the value makes no sense, a part of a sentence
	 * @param fix what to do, a sentence without its full stop
	 */
	public InvalidPropertyException(String property, @Nullable Object value, String reason, String fix) {
		this(property + " is " + PropertyValue.describe(value), reason, fix);
	}

	InvalidPropertyException(String place, String reason, String fix) {
		super(place + ": " + reason + ". " + fix);
		this.description = place + ": " + reason + ".";
		this.fix = fix + ".";
	}

	/**
	 * Throw unless a condition holds.
	 * @param holds whether the value makes sense
	 * @param property the name of the property
	 * @param value its value; never a secret
	 * @param reason why it makes none if not, a part of a sentence
	 * @param fix what to do then, a sentence without its full stop
	 * @throws InvalidPropertyException if the condition does not hold
	 */
	public static void check(boolean holds, String property, @Nullable Object value, String reason, String fix) {
		if (!holds) {
			throw new InvalidPropertyException(property, value, reason, fix);
		}
	}

	String description() {
		return this.description;
	}

	String fix() {
		return this.fix;
	}

}
