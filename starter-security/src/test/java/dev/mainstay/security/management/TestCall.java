package dev.mainstay.security.management;

import java.security.Principal;
import java.util.List;
import java.util.Map;

import dev.mainstay.core.management.ManagementCall;
import dev.mainstay.core.request.Peer;
import org.jspecify.annotations.Nullable;

/**
 * A call for tests of policies.
 */
record TestCall(String endpoint, Peer peer, Map<String, String> headers, @Nullable Principal principal,
		String role) implements ManagementCall {

	static TestCall from(String endpoint, String address) {
		return new TestCall(endpoint, new Peer(address, "10.0.0.1", List.of("127.0.0.1"), true), Map.of(), null, "");
	}

	static TestCall by(@Nullable Principal principal) {
		return new TestCall("mainstay", Peer.unknown(), Map.of(), principal, "");
	}

	static TestCall with(String authorization) {
		return new TestCall("mainstay", Peer.unknown(), Map.of("Authorization", authorization), null, "");
	}

	static TestCall in(String role) {
		return new TestCall("mainstay", Peer.unknown(), Map.of(), null, role);
	}

	@Override
	public String method() {
		return "GET";
	}

	@Override
	public @Nullable String header(String name) {
		return this.headers.get(name);
	}

	@Override
	public boolean isUserInRole(String role) {
		return this.role.equals(role);
	}

}
