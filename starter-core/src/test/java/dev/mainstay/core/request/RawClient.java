package dev.mainstay.core.request;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Says to a server exactly what it is told to, and nothing more.
 */
public final class RawClient {

	/** Ends only what hangs: a machine that is busy otherwise is slow, not wrong. */
	private static final int PATIENCE_MILLIS = 120_000;

	private RawClient() {
	}

	/** Send some text and return all that comes back until the server closes. */
	public static String send(int port, String text) throws IOException {
		try (Socket socket = connect(port)) {
			socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
			socket.getOutputStream().flush();
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
		}
	}

	/** Send a request, read some bytes of the answer, and reset the connection. */
	public static void abort(int port, String text, int bytesToRead) throws IOException {
		try (Socket socket = connect(port)) {
			socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
			socket.getOutputStream().flush();
			InputStream answer = socket.getInputStream();
			answer.readNBytes(bytesToRead);
			socket.setSoLinger(true, 0);
		}
	}

	/** A request without a body, on a connection of its own. */
	public static String get(String path, String... headers) {
		StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n");
		for (String header : headers) {
			request.append(header).append("\r\n");
		}
		return request.append("Connection: close\r\n\r\n").toString();
	}

	/** With a small buffer, or the system would take a large answer that nobody reads. */
	private static Socket connect(int port) throws IOException {
		Socket socket = new Socket();
		socket.setReceiveBufferSize(8192);
		socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
		socket.setSoTimeout(PATIENCE_MILLIS);
		return socket;
	}

}
