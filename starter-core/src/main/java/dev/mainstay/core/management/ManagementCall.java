package dev.mainstay.core.management;

import java.security.Principal;
import java.util.List;

import dev.mainstay.core.request.Peer;
import dev.mainstay.core.request.RequestExchange;
import org.jspecify.annotations.Nullable;

/**
 * A call of a management endpoint that has to be admitted or refused, the same on every
 * web stack. Valid only while {@link ManagementAccessPolicy policies} are asked about it.
 *
 * @since 0.1.0
 */
public interface ManagementCall {

	/**
	 * The id of the endpoint, taken from the handler that was chosen and never from the
	 * path that the caller sent.
	 * @return the id, such as {@code prometheus}
	 */
	String endpoint();

	/**
	 * The method of the request.
	 * @return the method, in upper case
	 */
	String method();

	/**
	 * Whether the operation may change something, as is known of the handler that was
	 * chosen.
	 * @return whether it is more than reading; by default told by the method
	 */
	default boolean writes() {
		return !EndpointOperation.isSafe(method());
	}

	/**
	 * The other end of the socket, captured before any handling of forwarding headers.
	 * @return the peer, {@link Peer#unknown() unknown} if nothing captured it
	 */
	Peer peer();

	/**
	 * What is known of the request, by which its events carry its ids.
	 * @return the exchange, {@code null} if it is not known, as by default
	 */
	default @Nullable RequestExchange exchange() {
		return null;
	}

	/**
	 * The value of a header of the request.
	 * @param name the name, in any case
	 * @return the first value, or {@code null} if the header was not sent
	 */
	@Nullable String header(String name);

	/**
	 * All values of a header of the request, which some servers accept twice.
	 * @param name the name, in any case
	 * @return the values, none if the header was not sent
	 */
	default List<String> headers(String name) {
		String value = header(name);
		return (value != null) ? List.of(value) : List.of();
	}

	/**
	 * The hosts that the request asks for, wherever it says so: in the header
	 * {@code Host}, in HTTP/2 also as {@code :authority}, and in a target in absolute
	 * form.
	 * @return the hosts with or without a port, none if the request asks for none; by
	 * default those of the header
	 */
	default List<String> hosts() {
		return headers("Host");
	}

	/**
	 * Who the application's own authentication says the caller is.
	 * @return the principal, or {@code null} if nobody authenticated the caller
	 */
	@Nullable Principal principal();

	/**
	 * Whether the servlet container, or Spring Security in its place, gives the caller a
	 * role.
	 * @param role the role, without a prefix
	 * @return whether it does; always {@code false} where there is no servlet container
	 */
	boolean isUserInRole(String role);

}
