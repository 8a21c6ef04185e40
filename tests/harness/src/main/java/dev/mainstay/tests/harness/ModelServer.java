package dev.mainstay.tests.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Another service that takes its time, as a language model does. It answers {@code /chat}
 * after {@value #HEAD_MILLIS} ms and then word by word; {@code /events} as a stream of
 * server-sent events, each of which waits until a call of {@code /seen} has said that the
 * one before has arrived; {@code /paced} as one that takes {@value #PACE_MILLIS} ms for
 * each; and {@code /broken} as one that breaks when its first event has been seen.
 * Thread-safe.
 */
public final class ModelServer implements AutoCloseable {

	/** How many events a stream has. */
	public static final int EVENTS = 4;

	private static final long HEAD_MILLIS = 3_000;

	private static final long PACE_MILLIS = 500;

	private static final long PATIENCE_SECONDS = 15;

	private final AtomicInteger calls = new AtomicInteger();

	private final Semaphore seen = new Semaphore(0);

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final HttpServer server;

	private ModelServer(HttpServer server) {
		this.server = server;
		server.setExecutor(this.threads);
		server.createContext("/chat", (exchange) -> counted(exchange, "application/json", this::answer));
		server.createContext("/events", (exchange) -> counted(exchange, "text/event-stream", this::sendEvents));
		server.createContext("/paced", (exchange) -> counted(exchange, "text/event-stream", this::sendPaced));
		server.createContext("/broken", (exchange) -> counted(exchange, "text/event-stream", this::breakOff));
		server.createContext("/seen", this::next);
	}

	/**
	 * Start a server on any free port of this machine.
	 * @return the server
	 */
	public static ModelServer start() {
		try {
			ModelServer server = new ModelServer(
					HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
			server.server.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Where it listens.
	 * @return the URL, without a slash at its end
	 */
	public String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/**
	 * How often it was called since it was asked last, but for {@code /seen}.
	 * @return the number of requests
	 */
	public int calls() {
		return this.calls.getAndSet(0);
	}

	/** Whoever throws has its connection closed, without an end of the body. */
	private void counted(HttpExchange exchange, String type, Body body) throws IOException {
		this.calls.incrementAndGet();
		exchange.getRequestBody().readAllBytes();
		if (exchange.getRequestURI().getPath().equals("/chat")) {
			pause(HEAD_MILLIS);
		}
		exchange.getResponseHeaders().set("Content-Type", type);
		exchange.sendResponseHeaders(200, 0);
		try {
			body.writeTo(exchange.getResponseBody());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

	private void answer(OutputStream output) throws IOException {
		for (String word : new String[] { "{\"answer\":", "\"it ", "depends\"", "}" }) {
			write(output, word);
			pause(PACE_MILLIS);
		}
		output.close();
	}

	private void sendEvents(OutputStream output) throws IOException, InterruptedException {
		this.seen.drainPermits();
		for (int i = 1; i <= EVENTS; i++) {
			write(output, event(i));
			if (!this.seen.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
				throw new IOException("Nobody has seen event " + i);
			}
		}
		output.close();
	}

	private void sendPaced(OutputStream output) throws IOException {
		for (int i = 1; i <= EVENTS; i++) {
			write(output, event(i));
			pause(PACE_MILLIS);
		}
		output.close();
	}

	/** The connection is closed in the middle of a body that has not said its end. */
	private void breakOff(OutputStream output) throws IOException, InterruptedException {
		this.seen.drainPermits();
		write(output, event(1));
		this.seen.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
		throw new IOException("The stream breaks, as it shall");
	}

	private void next(HttpExchange exchange) throws IOException {
		this.seen.release();
		exchange.sendResponseHeaders(204, -1);
		exchange.close();
	}

	private static String event(int number) {
		return "id:" + number + "\ndata:token " + number + "\n\n";
	}

	private static void write(OutputStream output, String text) throws IOException {
		output.write(text.getBytes(StandardCharsets.UTF_8));
		output.flush();
	}

	private static void pause(long millis) {
		LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	private interface Body {

		void writeTo(OutputStream output) throws IOException, InterruptedException;

	}

}
