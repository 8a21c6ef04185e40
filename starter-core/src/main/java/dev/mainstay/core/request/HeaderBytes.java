package dev.mainstay.core.request;

/**
 * The headers of an exchange in the form in which the server keeps them: some servers
 * make an encoder or a decoder for each text. Handed to an {@link RequestExchange
 * exchange} by the hook of such a server.
 *
 * @since 0.1.0
 */
public interface HeaderBytes {

	/**
	 * Add a header that is absent. Called before the head is sent.
	 * @param response the answer of the web stack
	 * @param field the header
	 * @return whether it was added; if not, it has to be set as a text: somebody else may
	 * want to see it, or the server looks at such a header itself
	 */
	boolean add(Object response, HeaderField field);

	/**
	 * Whether a header was received with a value.
	 * @param name the name, in any case
	 * @param value the value
	 * @return whether the first header of that name has that value
	 */
	boolean received(String name, String value);

}
