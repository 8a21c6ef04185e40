package dev.mainstay.core.validation.limits;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/**
 * Sends a body for as long as the server takes it, and reads the answer meanwhile.
 *
 * @param answer all that came back
 * @param sent how many bytes of the body were taken from us
 */
public record Upload(String answer, long sent) {

	private static final int CHUNK = 64 * 1024;

	/** Send a body of which the length is declared. */
	public static Upload declared(int port, String path, long length, String... headers) {
		return send(port, path, length, "Content-Length: " + length, false, headers);
	}

	/** Send a body of which it is not known how long it will be. */
	public static Upload chunked(int port, String path, long length, String... headers) {
		return send(port, path, length, "Transfer-Encoding: chunked", true, headers);
	}

	private static Upload send(int port, String path, long length, String framing, boolean chunked, String... headers) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			socket.setSoTimeout(60_000);
			CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> read(socket));
			OutputStream out = socket.getOutputStream();
			out.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + framing + "\r\nConnection: close\r\n"
					+ String.join("\r\n", headers) + ((headers.length > 0) ? "\r\n\r\n" : "\r\n"))
				.getBytes(StandardCharsets.ISO_8859_1));
			long sent = write(out, length, chunked);
			return new Upload(answer.join(), sent);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static long write(OutputStream out, long length, boolean chunked) {
		byte[] chunk = new byte[CHUNK];
		Arrays.fill(chunk, (byte) 'a');
		long sent = 0;
		try {
			while (sent < length) {
				int size = (int) Math.min(CHUNK, length - sent);
				out.write(chunked ? (Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.ISO_8859_1)
						: new byte[0]);
				out.write(chunk, 0, size);
				out.write(chunked ? new byte[] { '\r', '\n' } : new byte[0]);
				sent += size;
			}
			out.write(chunked ? "0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1) : new byte[0]);
			out.flush();
		}
		catch (IOException ex) {
			return sent;
		}
		return sent;
	}

	private static String read(Socket socket) {
		StringBuilder answer = new StringBuilder();
		byte[] buffer = new byte[8192];
		try {
			for (int read = 0; read >= 0; read = socket.getInputStream().read(buffer)) {
				answer.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
			}
		}
		catch (IOException ex) {
			return answer.toString();
		}
		return answer.toString();
	}

	int status() {
		return this.answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(this.answer.substring(9, 12)) : -1;
	}

}
