package dev.mainstay.tests.resilience4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Another service, which answers {@code /503} with that status, {@code /held} when it is
 * let go, and counts what it gets. Thread-safe.
 */
final class Stub implements AutoCloseable {

	private final AtomicInteger calls = new AtomicInteger();

	private final Semaphore held = new Semaphore(0);

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final HttpServer server;

	private Stub(HttpServer server) {
		this.server = server;
		server.setExecutor(this.threads);
		server.createContext("/", this::answer);
	}

	static Stub start() {
		try {
			Stub stub = new Stub(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
			stub.server.start();
			return stub;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.calls.incrementAndGet();
		String path = exchange.getRequestURI().getPath().substring(1);
		if (path.equals("held")) {
			this.held.acquireUninterruptibly();
		}
		exchange.sendResponseHeaders(path.equals("held") ? 200 : Integer.parseInt(path), -1);
		exchange.close();
	}

	String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	int calls() {
		return this.calls.get();
	}

	/** The number of calls since the last time. */
	int take() {
		return this.calls.getAndSet(0);
	}

	void letGo() {
		this.held.release();
	}

	@Override
	public void close() throws InterruptedException {
		this.held.release(1000);
		this.server.stop(0);
		this.threads.shutdownNow();
		this.threads.awaitTermination(5, TimeUnit.SECONDS);
	}

}
