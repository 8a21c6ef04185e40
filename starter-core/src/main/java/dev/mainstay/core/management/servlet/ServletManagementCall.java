package dev.mainstay.core.management.servlet;

import java.security.Principal;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;

import dev.mainstay.core.management.EndpointOperation;
import dev.mainstay.core.management.ManagementCall;
import dev.mainstay.core.request.Peer;
import dev.mainstay.core.request.RequestExchange;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * A call as the servlet container shows it.
 */
record ServletManagementCall(EndpointOperation operation, HttpServletRequest request) implements ManagementCall {

	private static final String HTTP_1 = "HTTP/1.";

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
		List<String> values = new ArrayList<>(2);
		Enumeration<String> headers = this.request.getHeaders(name);
		while (headers.hasMoreElements()) {
			values.add(headers.nextElement());
		}
		return values;
	}

	/** The container knows what HTTP/2 and a target say; without a host it guesses. */
	@Override
	public List<String> hosts() {
		List<String> hosts = headers("Host");
		if (!hosts.isEmpty() || !this.request.getProtocol().startsWith(HTTP_1)) {
			hosts.add(this.request.getServerName());
		}
		return hosts;
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
