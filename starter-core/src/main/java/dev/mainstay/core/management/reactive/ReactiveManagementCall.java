package dev.mainstay.core.management.reactive;

import java.security.Principal;
import java.util.List;
import java.util.stream.Stream;

import dev.mainstay.core.management.EndpointOperation;
import dev.mainstay.core.management.ManagementCall;
import dev.mainstay.core.request.Peer;
import dev.mainstay.core.request.RequestExchange;
import org.jspecify.annotations.Nullable;

import org.springframework.web.server.ServerWebExchange;

/**
 * A call as WebFlux shows it.
 */
record ReactiveManagementCall(EndpointOperation operation, ServerWebExchange webExchange,
		@Nullable Principal principal) implements ManagementCall {

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
		return this.webExchange.getRequest().getMethod().name();
	}

	@Override
	public Peer peer() {
		RequestExchange begun = exchange();
		return (begun != null) ? begun.start().peer() : Peer.unknown();
	}

	@Override
	public @Nullable RequestExchange exchange() {
		return (this.webExchange.getAttribute(RequestExchange.ATTRIBUTE) instanceof RequestExchange begun) ? begun
				: null;
	}

	@Override
	public @Nullable String header(String name) {
		return this.webExchange.getRequest().getHeaders().getFirst(name);
	}

	@Override
	public List<String> headers(String name) {
		return this.webExchange.getRequest().getHeaders().getOrEmpty(name);
	}

	@Override
	public List<String> hosts() {
		String target = AbsoluteTargets.hostOf(this.webExchange.getRequest());
		return (target != null) ? Stream.concat(headers("Host").stream(), Stream.of(target)).toList() : headers("Host");
	}

	@Override
	public boolean isUserInRole(String role) {
		return false;
	}

}
