package dev.mainstay.observability;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notes whom this process calls: the JDK asks for a proxy before every connection of its
 * HTTP clients and of a socket.
 */
final class CalledAddresses extends ProxySelector implements AutoCloseable {

	private final ProxySelector before = Objects.requireNonNull(ProxySelector.getDefault());

	private final Set<URI> addresses = ConcurrentHashMap.newKeySet();

	private CalledAddresses() {
	}

	static CalledAddresses note() {
		CalledAddresses called = new CalledAddresses();
		ProxySelector.setDefault(called);
		return called;
	}

	Set<URI> all() {
		return this.addresses;
	}

	@Override
	public List<Proxy> select(URI uri) {
		this.addresses.add(uri);
		return this.before.select(uri);
	}

	@Override
	public void connectFailed(URI uri, SocketAddress address, IOException failure) {
		this.before.connectFailed(uri, address, failure);
	}

	@Override
	public void close() {
		ProxySelector.setDefault(this.before);
	}

}
