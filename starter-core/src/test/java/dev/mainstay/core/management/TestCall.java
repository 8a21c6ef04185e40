package dev.mainstay.core.management;

import java.security.Principal;
import java.util.List;

import dev.mainstay.core.request.Peer;
import org.jspecify.annotations.Nullable;

/**
 * A call for tests of policies.
 */
record TestCall(String endpoint, Peer peer, @Nullable String host, String method,
		@Nullable Principal principal) implements ManagementCall {

	TestCall(String endpoint, Peer peer) {
		this(endpoint, peer, null, "GET", null);
	}

	TestCall to(@Nullable String host) {
		return new TestCall(this.endpoint, this.peer, host, this.method, this.principal);
	}

	TestCall by(String method) {
		return new TestCall(this.endpoint, this.peer, this.host, method, this.principal);
	}

	TestCall by(Principal principal) {
		return new TestCall(this.endpoint, this.peer, this.host, this.method, principal);
	}

	static TestCall from(@Nullable String address, @Nullable String localAddress, boolean forwarded) {
		return new TestCall("prometheus", new Peer(address, localAddress, List.of(), forwarded));
	}

	@Override
	public @Nullable String header(String name) {
		return name.equalsIgnoreCase("Host") ? this.host : null;
	}

	@Override
	public boolean isUserInRole(String role) {
		return false;
	}

}
