package dev.mainstay.tests.harness.management;

/**
 * A request by which somebody who is not admitted might get data of an endpoint.
 *
 * @param name what is tried
 * @param local whether it comes from this machine, as from a proxy on it
 * @param request what goes over the socket, a byte for each character, with
 * {@code {base}} for the path of the endpoints and {@code {parent}} for what is before
 * its last segment
 */
record Trick(String name, boolean local, String request) {

	static Trick target(String name, String target) {
		return remote(name, "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n");
	}

	static Trick header(String name, String... headers) {
		return remote(name, plain(headers));
	}

	/** What a proxy on this machine adds is part of the lines. */
	static Trick proxied(String name, String... headers) {
		return new Trick(name, true, end(plain(headers)));
	}

	static Trick remote(String name, String head) {
		return new Trick(name, false, end(head));
	}

	static Trick raw(String name, String request) {
		return new Trick(name, false, request);
	}

	private static String plain(String... headers) {
		StringBuilder head = new StringBuilder("GET {base}/mainstay HTTP/1.1\r\n");
		if (String.join("\n", headers).lines().noneMatch((line) -> line.startsWith("Host"))) {
			head.append("Host: localhost\r\n");
		}
		for (String header : headers) {
			head.append(header).append("\r\n");
		}
		return head.toString();
	}

	private static String end(String head) {
		return head.contains("\nConnection:") ? head + "\r\n" : head + "Connection: close\r\n\r\n";
	}

	boolean isHead() {
		return this.request.startsWith("HEAD ");
	}

	String requestAt(String base) {
		return this.request.replace("{base}", base).replace("{parent}", base.substring(0, base.lastIndexOf('/')));
	}

	@Override
	public String toString() {
		return this.name;
	}

}
