package dev.mainstay.tests.switches;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * What the service calls: a server on a port of its own, so that no retry budget is
 * shared, that counts its calls and answers as its path says.
 */
final class Provider implements AutoCloseable {

	private static final byte[] BODY = "from the provider".getBytes(StandardCharsets.UTF_8);

	/** Longer than a flipped timeout and shorter than any default. */
	private static final long PAUSE_MILLIS = 1500;

	/** Its own threads and those of its server, which are none of the service's. */
	static final Set<String> THREADS = Set.of("provider", "idle-timeout-task", "HTTP-Dispatcher");

	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> new Thread(task, "provider"));

	private final CountDownLatch closed = new CountDownLatch(1);

	private final AtomicInteger calls = new AtomicInteger();

	private final HttpServer server;

	private volatile Map<String, List<String>> headers = Map.of();

	Provider() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(this.threads);
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	/** {@code /<status>[-late-head|-late-body|-retry-after]}. */
	String url(String path) {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + path;
	}

	int calls() {
		return this.calls.get();
	}

	/** What the last call came with, without its port. */
	String headers() {
		return new TreeMap<>(this.headers).toString().replaceAll(":\\d+\\]", "]");
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.calls.incrementAndGet();
		this.headers = exchange.getRequestHeaders();
		String path = exchange.getRequestURI().getPath();
		pauseIf(path.endsWith("-late-head"));
		if (path.endsWith("-retry-after")) {
			exchange.getResponseHeaders().set("Retry-After", "1");
		}
		exchange.sendResponseHeaders(Integer.parseInt(path.substring(1, 4)), BODY.length);
		exchange.getResponseBody().write(BODY, 0, 1);
		exchange.getResponseBody().flush();
		pauseIf(path.endsWith("-late-body"));
		exchange.getResponseBody().write(BODY, 1, BODY.length - 1);
		exchange.close();
	}

	private void pauseIf(boolean pause) {
		try {
			if (pause && this.closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
				throw new IllegalStateException("The provider was closed");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		this.closed.countDown();
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	/**
	 * An address that takes no connection: its queue is full, so that the system drops
	 * what comes.
	 */
	static final class Full implements AutoCloseable {

		private final ServerSocket server;

		private final List<Socket> waiting = new ArrayList<>();

		Full() throws IOException {
			this.server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
			for (int i = 0; i < 4; i++) {
				Socket socket = new Socket();
				this.waiting.add(socket);
				socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
				connect(socket);
			}
		}

		private void connect(Socket socket) throws IOException {
			try {
				socket.connect(this.server.getLocalSocketAddress(), 200);
			}
			catch (SocketTimeoutException ex) {
				// Now it is full.
			}
		}

		String url() {
			return "http://127.0.0.1:" + this.server.getLocalPort() + "/";
		}

		@Override
		public void close() throws IOException {
			for (Socket socket : this.waiting) {
				socket.close();
			}
			this.server.close();
		}

	}

}
