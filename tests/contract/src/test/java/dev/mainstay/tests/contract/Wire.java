package dev.mainstay.tests.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Says to a server exactly what it is told to, on a connection of its own.
 */
record Wire(int port) {

	private static final int PATIENCE_MILLIS = 60_000;

	private static final int MEGABYTE = 1 << 20;

	/** Send some text; the server has to close the connection. */
	WireAnswer send(String request) {
		return send(request.getBytes(StandardCharsets.ISO_8859_1), 0, false);
	}

	/** A request without a body. */
	WireAnswer get(String target, String... headers) {
		return send(head("GET", target, headers) + "\r\n");
	}

	/** A request with a body. */
	WireAnswer post(String target, String type, String body, String... headers) {
		return post(target, type, body.getBytes(StandardCharsets.UTF_8), headers);
	}

	WireAnswer post(String target, String type, byte[] body, String... headers) {
		byte[] head = (head("POST", target, headers) + "Content-Type: " + type + "\r\nContent-Length: " + body.length
				+ "\r\n\r\n")
			.getBytes(StandardCharsets.ISO_8859_1);
		byte[] request = Arrays.copyOf(head, head.length + body.length);
		System.arraycopy(body, 0, request, head.length, body.length);
		return send(request, 0, false);
	}

	WireAnswer json(String target, String body, String... headers) {
		return post(target, "application/json", body, headers);
	}

	/** Announce a body, and send as many megabytes of it as the server takes. */
	WireAnswer flood(String target, String type, int megabytes, boolean chunked) {
		String length = chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + (long) megabytes * MEGABYTE;
		byte[] head = (head("POST", target) + "Content-Type: " + type + "\r\n" + length + "\r\n\r\n")
			.getBytes(StandardCharsets.ISO_8859_1);
		return send(head, megabytes, chunked);
	}

	static String head(String method, String target, String... headers) {
		StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
		for (String header : headers) {
			head.append(header).append("\r\n");
		}
		return head.append("Connection: close\r\n").toString();
	}

	private WireAnswer send(byte[] request, int megabytes, boolean chunked) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(PATIENCE_MILLIS);
			Thread writer = new Thread(() -> write(socket, request, megabytes, chunked));
			writer.start();
			byte[] answer = read(socket.getInputStream());
			socket.close();
			writer.join();
			return WireAnswer.of(answer);
		}
		catch (IOException ex) {
			throw new IllegalStateException("The server did not answer and close the connection", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** The server may answer, and close, while there is still something to send. */
	private static void write(Socket socket, byte[] request, int megabytes, boolean chunked) {
		byte[] filling = new byte[MEGABYTE];
		Arrays.fill(filling, (byte) 'a');
		try {
			OutputStream output = socket.getOutputStream();
			output.write(request);
			for (int sent = 0; sent < megabytes; sent++) {
				output.write((chunked ? "100000\r\n" : "").getBytes(StandardCharsets.ISO_8859_1));
				output.write(filling);
				output.write((chunked ? "\r\n" : "").getBytes(StandardCharsets.ISO_8859_1));
			}
			output.flush();
		}
		catch (IOException ex) {
			// What it answered is what counts.
		}
	}

	private static byte[] read(InputStream input) throws IOException {
		ByteArrayOutputStream answer = new ByteArrayOutputStream();
		byte[] buffer = new byte[8192];
		try {
			for (int n = input.read(buffer); n >= 0; n = input.read(buffer)) {
				answer.write(buffer, 0, n);
			}
		}
		catch (SocketException ex) {
			// Closed with bytes of ours still on the way.
		}
		return answer.toByteArray();
	}

}
