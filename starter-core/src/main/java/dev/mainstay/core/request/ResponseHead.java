package dev.mainstay.core.request;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The head of an answer that is about to be sent, the same on every web stack. Valid only
 * during the call that it is handed to.
 *
 * @since 0.1.0
 */
public interface ResponseHead {

	/**
	 * The method of the request.
	 * @return the method
	 */
	String method();

	/**
	 * The raw path of the request, without the query.
	 * @return the path
	 */
	String path();

	/**
	 * What is known of the request, by which its events carry its ids.
	 * @return the exchange, {@code null} if it is not known, as by default
	 */
	default @Nullable RequestExchange exchange() {
		return null;
	}

	/**
	 * The value of a header of the request, such as what a browser says it will do with
	 * the answer.
	 * @param name the name, in any case
	 * @return the first value, or {@code null} if the header was not sent or is not known
	 */
	default @Nullable String requestHeader(String name) {
		return null;
	}

	/**
	 * Whether a header of the request has a value. Some servers need not make a text of
	 * it to answer that.
	 * @param name the name, in any case
	 * @param value the value
	 * @return whether the first header of that name has that value
	 */
	default boolean isRequestHeader(String name, String value) {
		return value.equals(requestHeader(name));
	}

	/**
	 * Whether the connection that the client sees is secure, as far as the container
	 * knows.
	 * @return whether the request is secure
	 */
	boolean secure();

	/**
	 * The status of the answer.
	 * @return the status
	 */
	int status();

	/**
	 * The value of a header of the answer.
	 * @param name the name, in any case
	 * @return the first value, or {@code null} if the header is not set
	 */
	@Nullable String header(String name);

	/**
	 * All values of a header of the answer that may be there more than once, such as
	 * {@code Set-Cookie}.
	 * @param name the name, in any case
	 * @return an immutable snapshot of the values in their order, empty if the header is
	 * not set
	 */
	default List<String> headers(String name) {
		String value = header(name);
		return (value != null) ? List.of(value) : List.of();
	}

	/**
	 * Set a header of the answer as often as there are values, replacing those that it
	 * has.
	 * @param name the name
	 * @param values the values, at least one
	 * @return whether it was done; not where a header can be there only once, and then
	 * nothing has changed
	 */
	default boolean setHeaders(String name, List<String> values) {
		if (values.size() != 1) {
			return false;
		}
		setHeader(name, values.get(0));
		return true;
	}

	/**
	 * Set a header of the answer, replacing all values of that name.
	 * @param name the name
	 * @param value the value
	 */
	void setHeader(String name, String value);

	/**
	 * Set a header of the answer unless somebody else has set it.
	 * @param name the name
	 * @param value the value
	 */
	default void setHeaderIfAbsent(String name, String value) {
		if (header(name) == null) {
			setHeader(name, value);
		}
	}

	/**
	 * Set a header of the answer unless somebody else has set it. For a header that is
	 * the same on many answers, or whose name is.
	 * @param field the header
	 */
	default void setIfAbsent(HeaderField field) {
		setHeaderIfAbsent(field.name(), field.value());
	}

}
