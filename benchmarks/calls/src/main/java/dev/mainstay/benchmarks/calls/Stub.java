package dev.mainstay.benchmarks.calls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;

/**
 * A dependency on loopback that counts what it gets, answers each request without a body
 * after a time, and allocates nothing for it.
 */
final class Stub implements AutoCloseable {

	private static final byte[] GOOD = bytes(
			"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok");

	private static final byte[] BAD = bytes("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");

	private final ServerSocket server;

	private final long nanos;

	private final LongPredicate failing;

	private final AtomicLong calls = new AtomicLong();

	private Stub(ServerSocket server, Duration delay, LongPredicate failing) {
		this.server = server;
		this.nanos = delay.toNanos();
		this.failing = failing;
	}

	/** Answers each request well. */
	static Stub answeringAfter(Duration delay) {
		return start(delay, (number) -> false);
	}

	/** Fails requests, which are counted from 1. */
	static Stub failing(LongPredicate failing) {
		return start(Duration.ZERO, failing);
	}

	private static Stub start(Duration delay, LongPredicate failing) {
		try {
			Stub stub = new Stub(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), delay, failing);
			daemon(stub::accept);
			return stub;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String url() {
		return "http://127.0.0.1:" + this.server.getLocalPort() + "/";
	}

	long calls() {
		return this.calls.get();
	}

	private void accept() {
		try {
			while (true) {
				Socket socket = this.server.accept();
				socket.setTcpNoDelay(true);
				daemon(() -> serve(socket));
			}
		}
		catch (IOException ex) {
			// It is over.
		}
	}

	private void serve(Socket socket) {
		try (socket) {
			byte[] buffer = new byte[4096];
			InputStream input = socket.getInputStream();
			int length = 0;
			for (int read = input.read(buffer); read >= 0; read = input.read(buffer, length, buffer.length - length)) {
				length += read;
				if (isWhole(buffer, length)) {
					length = 0;
					answer(socket);
				}
			}
		}
		catch (IOException ex) {
			// The client has gone.
		}
	}

	private void answer(Socket socket) throws IOException {
		boolean bad = this.failing.test(this.calls.incrementAndGet());
		if (this.nanos > 0) {
			LockSupport.parkNanos(this.nanos);
		}
		socket.getOutputStream().write(bad ? BAD : GOOD);
	}

	/** Ends with an empty line. */
	private static boolean isWhole(byte[] buffer, int length) {
		return length >= 4 && buffer[length - 1] == '\n' && buffer[length - 3] == '\n';
	}

	private static byte[] bytes(String answer) {
		return answer.getBytes(StandardCharsets.US_ASCII);
	}

	private static void daemon(Runnable task) {
		Thread thread = new Thread(task, "stub");
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
