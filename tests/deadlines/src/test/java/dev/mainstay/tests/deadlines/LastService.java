package dev.mainstay.tests.deadlines;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The end of a chain of services: it refuses, or never answers.
 */
final class LastService implements AutoCloseable {

	private static final String DEADLINE = "x-request-timeout-ms:";

	private final ServerSocket server;

	private final AtomicInteger calls = new AtomicInteger();

	private final CountDownLatch closed = new CountDownLatch(1);

	private volatile boolean hanging;

	private volatile long lastDeadline;

	LastService() {
		try {
			this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		daemon(this::accept);
	}

	String url() {
		return "http://127.0.0.1:" + this.server.getLocalPort() + "/";
	}

	void hang() {
		this.hanging = true;
	}

	void refuse() {
		this.hanging = false;
	}

	int calls() {
		return this.calls.get();
	}

	long lastDeadline() {
		return this.lastDeadline;
	}

	CountDownLatch closed() {
		return this.closed;
	}

	private void accept() {
		try {
			while (!this.server.isClosed()) {
				Socket socket = this.server.accept();
				daemon(() -> serve(socket));
			}
		}
		catch (IOException ex) {
			// The test is over
		}
	}

	private void serve(Socket socket) {
		try (socket;
				BufferedReader input = new BufferedReader(
						new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
			for (String line = input.readLine(); line != null; line = input.readLine()) {
				read(line.toLowerCase(Locale.ROOT), socket);
			}
		}
		catch (IOException ex) {
			// The caller has gone
		}
		finally {
			this.closed.countDown();
		}
	}

	private void read(String line, Socket socket) throws IOException {
		if (line.startsWith(DEADLINE)) {
			this.lastDeadline = Long.parseLong(line.substring(DEADLINE.length()).strip());
		}
		if (line.isEmpty()) {
			this.calls.incrementAndGet();
			if (!this.hanging) {
				socket.getOutputStream()
					.write("HTTP/1.1 503 Refused\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
			}
		}
	}

	private static void daemon(Runnable task) {
		Thread thread = new Thread(task);
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() {
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
