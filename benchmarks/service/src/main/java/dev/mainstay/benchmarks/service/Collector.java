package dev.mainstay.benchmarks.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A collector that keeps nothing and decodes nothing, so that it can take what a service
 * under load sends for as long as one likes, and takes little of the processor that the
 * service is measured on. Thread-safe.
 */
public final class Collector implements AutoCloseable {

	private final Map<String, LongAdder> bytes = new TreeMap<>(
			Map.of("/v1/logs", new LongAdder(), "/v1/metrics", new LongAdder(), "/v1/traces", new LongAdder()));

	private final CountDownLatch closed = new CountDownLatch(1);

	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "collector");
		thread.setDaemon(true);
		return thread;
	});

	private final HttpServer server;

	private volatile boolean hung;

	/**
	 * Start it on a port of its own.
	 * @throws IOException if there is none
	 */
	public Collector() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
		this.server.setExecutor(this.threads);
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	/**
	 * Where it is.
	 * @return a URL without a path
	 */
	public String endpoint() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/** From now on, take connections and requests and answer none. */
	void hang() {
		this.hung = true;
	}

	/** The bytes of the bodies that were taken, by path. */
	Map<String, LongAdder> bytes() {
		return this.bytes;
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange; InputStream body = exchange.getRequestBody()) {
			long length = body.transferTo(OutputStream.nullOutputStream());
			if (this.hung) {
				this.closed.await();
			}
			LongAdder taken = this.bytes.get(exchange.getRequestURI().getPath());
			if (taken == null) {
				exchange.sendResponseHeaders(404, -1);
				return;
			}
			taken.add(length);
			exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
			exchange.sendResponseHeaders(200, -1);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		this.closed.countDown();
		this.threads.shutdownNow();
		this.server.stop(0);
	}

}
