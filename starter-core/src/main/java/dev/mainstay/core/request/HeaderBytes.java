package dev.mainstay.core.request;

/**
 * Adds a header to an answer in the form in which the server sends it: some servers make
 * an encoder for each text. Handed to an {@link RequestExchange exchange} by the hook of
 * such a server.
 *
 * @since 0.1.0
 */
public interface HeaderBytes {

	/**
	 * Whether an answer is the server's own, so that nobody else wants to see the header.
	 * @param response the answer of the web stack
	 * @return whether there is nothing around the server's own
	 */
	boolean isOf(Object response);

	/**
	 * Add a header that is absent. Called before the head is sent.
	 * @param name the name, in ASCII
	 * @param value the value, in ISO 8859-1
	 */
	void add(String name, String value);

}
