package dev.mainstay.core.management;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Sends request targets as they are: no client that mends a path can try a trick.
 */
final class RawHttp {

	private RawHttp() {
	}

	static Answer get(int port, String target, String... headers) {
		return send(port, "GET", target, headers);
	}

	static Answer get(InetAddress address, int port, String target, String... headers) {
		return send(address, port, "GET", target, headers);
	}

	static Answer send(int port, String method, String target, String... headers) {
		return send(InetAddress.getLoopbackAddress(), port, method, target, headers);
	}

	private static Answer send(InetAddress address, int port, String method, String target, String... headers) {
		StringBuilder request = new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\n");
		request.append("Host: localhost\r\nConnection: close\r\n");
		for (String header : headers) {
			request.append(header).append("\r\n");
		}
		try (Socket socket = new Socket(address, port)) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
			return new Answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	record Answer(String text) {

		int status() {
			return this.text.startsWith("HTTP/1.1 ") ? Integer.parseInt(this.text.substring(9, 12)) : -1;
		}

	}

}
