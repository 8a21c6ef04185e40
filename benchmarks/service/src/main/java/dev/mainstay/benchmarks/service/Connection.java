package dev.mainstay.benchmarks.service;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A client that waits for an answer before it sends the next request, over a connection
 * that is kept as long as the server keeps it. Costs little of the processor that the
 * server runs on. Not thread-safe.
 */
public final class Connection implements AutoCloseable {

	private static final int STATUS = "HTTP/1.1 ".length();

	private final byte[] buffer = new byte[65_536];

	private final int port;

	private @Nullable Socket socket;

	private int length;

	/**
	 * Create it. Nothing is opened before the first request.
	 * @param port of the server on this machine
	 */
	public Connection(int port) {
		this.port = port;
	}

	/**
	 * Send a request and wait for the end of its answer.
	 * @param request its bytes
	 * @return the status
	 * @throws IOException if there is no answer
	 */
	public int exchange(byte[] request) throws IOException {
		Socket open = open();
		open.getOutputStream().write(request);
		this.length = 0;
		int body = 0;
		while (body == 0) {
			read(open.getInputStream());
			body = endOfHead();
		}
		String head = new String(this.buffer, 0, body, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
		readBody(open.getInputStream(), head, body);
		if (head.contains("\r\nconnection: close")) {
			close();
		}
		return Integer.parseInt(head.substring(STATUS, STATUS + 3));
	}

	/**
	 * The body of the last answer, with the sizes of its chunks if it has some.
	 * @return its text
	 */
	public String lastAnswer() {
		return new String(this.buffer, endOfHead(), this.length - endOfHead(), StandardCharsets.UTF_8);
	}

	private Socket open() throws IOException {
		Socket open = this.socket;
		if (open == null) {
			open = new Socket(InetAddress.getLoopbackAddress(), this.port);
			open.setTcpNoDelay(true);
			open.setSoTimeout(30_000);
			this.socket = open;
		}
		return open;
	}

	private void readBody(InputStream input, String head, int body) throws IOException {
		int declared = head.indexOf("\r\ncontent-length: ");
		if (declared >= 0) {
			int begin = declared + "\r\ncontent-length: ".length();
			int end = body + Integer.parseInt(head.substring(begin, head.indexOf('\r', begin)));
			while (this.length < end) {
				read(input);
			}
			return;
		}
		while (!endsWithLastChunk()) {
			read(input);
		}
	}

	private void read(InputStream input) throws IOException {
		int read = input.read(this.buffer, this.length, this.buffer.length - this.length);
		if (read <= 0) {
			throw new IOException("The answer has no end, or is too long: "
					+ new String(this.buffer, 0, this.length, StandardCharsets.UTF_8));
		}
		this.length += read;
	}

	private int endOfHead() {
		for (int i = 3; i < this.length; i++) {
			if (this.buffer[i] == '\n' && this.buffer[i - 2] == '\n') {
				return i + 1;
			}
		}
		return 0;
	}

	private boolean endsWithLastChunk() {
		byte[] bytes = this.buffer;
		int end = this.length;
		return end > 6 && bytes[end - 1] == '\n' && bytes[end - 3] == '\n' && bytes[end - 5] == '0'
				&& bytes[end - 6] == '\n';
	}

	@Override
	public void close() throws IOException {
		if (this.socket != null) {
			this.socket.close();
			this.socket = null;
		}
	}

}
