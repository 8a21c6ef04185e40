package dev.mainstay.observability.slo;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Requests as no client library would send them, or end them.
 */
final class RawRequests {

	private static final int PATIENCE = 20_000;

	private RawRequests() {
	}

	/** Sends a text and reads until the server closes, in whatever way it does. */
	static String send(int port, String text) throws IOException {
		StringBuilder answer = new StringBuilder();
		try (Socket socket = open(port, text)) {
			byte[] block = new byte[8192];
			for (int read = 0; read >= 0; read = socket.getInputStream().read(block)) {
				answer.append(new String(block, 0, read, StandardCharsets.ISO_8859_1));
			}
		}
		catch (IOException ex) {
			if (answer.isEmpty()) {
				throw ex;
			}
		}
		return answer.toString();
	}

	/** Sends a request and goes away after the first bytes of the answer. */
	static void abort(int port, String path) throws IOException {
		try (Socket socket = open(port, get(path))) {
			socket.getInputStream().readNBytes(2000);
			socket.setSoLinger(true, 0);
		}
	}

	static String get(String path) {
		return "GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
	}

	private static Socket open(int port, String text) throws IOException {
		Socket socket = new Socket("127.0.0.1", port);
		socket.setSoTimeout(PATIENCE);
		socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
		return socket;
	}

}
