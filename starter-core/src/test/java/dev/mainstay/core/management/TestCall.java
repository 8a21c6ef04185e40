package dev.mainstay.core.management;

import java.security.Principal;
import java.util.List;

import dev.mainstay.core.request.Peer;
import org.jspecify.annotations.Nullable;

/**
 * A call for tests of policies.
 */
record TestCall(String endpoint, Peer peer, @Nullable String host) implements ManagementCall {

	TestCall(String endpoint, Peer peer) {
		this(endpoint, peer, null);
	}

	TestCall to(@Nullable String host) {
		return new TestCall(this.endpoint, this.peer, host);
	}

	static TestCall from(@Nullable String address, @Nullable String localAddress, boolean forwarded) {
		return new TestCall("prometheus", new Peer(address, localAddress, List.of(), forwarded));
	}

	@Override
	public String method() {
		return "GET";
	}

	@Override
	public @Nullable String header(String name) {
		return name.equalsIgnoreCase("Host") ? this.host : null;
	}

	@Override
	public @Nullable Principal principal() {
		return null;
	}

	@Override
	public boolean isUserInRole(String role) {
		return false;
	}

}
