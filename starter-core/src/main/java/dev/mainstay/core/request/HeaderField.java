package dev.mainstay.core.request;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * A header that is the same on many answers, kept in the form in which it is sent as
 * well. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class HeaderField {

	private final String name;

	private final String value;

	private final byte @Nullable [] nameBytes;

	private final byte @Nullable [] valueBytes;

	private final boolean forOneAnswer;

	private HeaderField(String name, String value, byte @Nullable [] nameBytes, boolean forOneAnswer) {
		this.name = name;
		this.value = value;
		this.nameBytes = nameBytes;
		this.valueBytes = bytes(value);
		this.forOneAnswer = forOneAnswer;
	}

	/**
	 * Keep a header.
	 * @param name the name
	 * @param value the value
	 * @return the header
	 */
	public static HeaderField of(String name, String value) {
		return new HeaderField(name, value, bytes(name), false);
	}

	/**
	 * The header of the same name with another value.
	 * @param value the value
	 * @return the header
	 */
	public HeaderField with(String value) {
		return new HeaderField(this.name, value, this.nameBytes, false);
	}

	/**
	 * The header of the same name with a value of one answer, which is added to that one
	 * and then forgotten.
	 * @param value the value
	 * @return the header
	 */
	public HeaderField forOneAnswer(String value) {
		return new HeaderField(this.name, value, this.nameBytes, true);
	}

	/**
	 * Whether it is added to one answer only.
	 * @return whether who adds it may do with the bytes of the value as it likes
	 */
	public boolean isForOneAnswer() {
		return this.forOneAnswer;
	}

	/**
	 * The name of the header.
	 * @return the name
	 */
	public String name() {
		return this.name;
	}

	/**
	 * The value of the header.
	 * @return the value
	 */
	public String value() {
		return this.value;
	}

	/**
	 * The name as it is sent.
	 * @return the bytes, which nobody may change; {@code null} if the name is not
	 * printable ASCII
	 */
	public byte @Nullable [] nameBytes() {
		return this.nameBytes;
	}

	/**
	 * The value as it is sent.
	 * @return the bytes, which nobody may change unless it is for one answer;
	 * {@code null} if the value is not printable ASCII
	 */
	public byte @Nullable [] valueBytes() {
		return this.valueBytes;
	}

	private static byte @Nullable [] bytes(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
				return null;
			}
		}
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	@Override
	public String toString() {
		return this.name + ": " + this.value;
	}

}
