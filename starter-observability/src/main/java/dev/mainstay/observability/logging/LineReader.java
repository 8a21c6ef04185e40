package dev.mainstay.observability.logging;

/**
 * Takes what is in a line, for who says it in another form. Called by
 * {@link MainstayLogFormatter#read} on the thread that logs: for each field, or else once
 * with the line as it was written.
 *
 * @since 0.1.0
 */
public interface LineReader {

	/**
	 * A field of the line.
	 * @param object the name of the object that it is in, empty for the line itself
	 * @param name its name
	 * @param value its value: a {@link String}, a {@link Boolean}, a {@link Number} that
	 * is whole or a {@link Double}, or a {@link java.util.List} of strings
	 */
	void field(String object, String name, Object value);

	/**
	 * The whole line, of which the fields have to be read. Most lines come as fields.
	 * @param line the line in UTF-8
	 */
	void line(byte[] line);

}
