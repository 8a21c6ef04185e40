package dev.mainstay.core.management.servlet;

import java.security.Principal;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;

import dev.mainstay.core.management.EndpointOperation;
import dev.mainstay.core.management.ManagementCall;
import dev.mainstay.core.request.Peer;
import dev.mainstay.core.request.RequestExchange;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * A call as the servlet container shows it, which makes the text of a header anew each
 * time that it is asked. Not thread-safe.
 */
final class ServletManagementCall implements ManagementCall {

	private static final String HTTP_1 = "HTTP/1.";

	private final EndpointOperation operation;

	private final HttpServletRequest request;

	/** The header that was read last: policies ask for the same one after the other. */
	private @Nullable String name;

	private List<String> values = List.of();

	ServletManagementCall(EndpointOperation operation, HttpServletRequest request) {
		this.operation = operation;
		this.request = request;
	}

	@Override
	public String endpoint() {
		return this.operation.endpoint();
	}

	@Override
	public boolean writes() {
		return this.operation.writes(method());
	}

	@Override
	public String method() {
		return this.request.getMethod();
	}

	@Override
	public Peer peer() {
		RequestExchange exchange = exchange();
		return (exchange != null) ? exchange.start().peer() : Peer.unknown();
	}

	@Override
	public @Nullable RequestExchange exchange() {
		return (this.request.getAttribute(RequestExchange.ATTRIBUTE) instanceof RequestExchange begun) ? begun : null;
	}

	@Override
	public @Nullable String header(String name) {
		return this.request.getHeader(name);
	}

	@Override
	public List<String> headers(String name) {
		if (!name.equals(this.name)) {
			this.values = values(this.request.getHeaders(name));
			this.name = name;
		}
		return this.values;
	}

	private static List<String> values(Enumeration<String> headers) {
		if (!headers.hasMoreElements()) {
			return List.of();
		}
		String first = headers.nextElement();
		if (!headers.hasMoreElements()) {
			return List.of(first);
		}
		List<String> values = new ArrayList<>(List.of(first));
		headers.asIterator().forEachRemaining(values::add);
		return List.copyOf(values);
	}

	/** The container knows what HTTP/2 and a target say; without a host it guesses. */
	@Override
	public List<String> hosts() {
		List<String> sent = headers("Host");
		if (sent.isEmpty() && this.request.getProtocol().startsWith(HTTP_1)) {
			return sent;
		}
		String known = this.request.getServerName();
		if (sent.size() == 1) {
			return List.of(sent.get(0), known);
		}
		return Stream.concat(sent.stream(), Stream.of(known)).toList();
	}

	@Override
	public @Nullable Principal principal() {
		return this.request.getUserPrincipal();
	}

	@Override
	public boolean isUserInRole(String role) {
		return this.request.isUserInRole(role);
	}

}
