package dev.mainstay.core.request;

/**
 * Adds a header to an answer in the form in which the server sends it: some servers make
 * an encoder for each text. Handed to an {@link RequestExchange exchange} by the hook of
 * such a server.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface HeaderBytes {

	/**
	 * Add a header that is absent. Called before the head is sent.
	 * @param response the answer of the web stack
	 * @param name the name
	 * @param value the value
	 * @return whether it was added; if not, it has to be set as a text: somebody else may
	 * want to see it, or the server looks at such a header itself
	 */
	boolean add(Object response, String name, String value);

}
