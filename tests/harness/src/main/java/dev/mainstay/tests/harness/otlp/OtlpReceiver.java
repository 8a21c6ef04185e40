package dev.mainstay.tests.harness.otlp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;

/**
 * A collector of telemetry over OTLP by HTTP, on a free port of loopback: decodes the
 * protobuf, compressed or not, and can fail while it runs. What it answers with a fault
 * it has not taken. Thread-safe.
 */
public final class OtlpReceiver implements AutoCloseable {

	private final Received received = new Received();

	private final Queue<String> requests = new ConcurrentLinkedQueue<>();

	private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

	private final int port;

	private volatile Fault fault = Fault.NONE;

	private Listening listening;

	private OtlpReceiver() {
		this.listening = Listening.on(0, this::handle);
		this.port = this.listening.server().getAddress().getPort();
	}

	/**
	 * Start a collector that takes what it is sent.
	 * @return the collector
	 */
	public static OtlpReceiver start() {
		return new OtlpReceiver();
	}

	/**
	 * Where it listens, the same whatever fault it has.
	 * @return the address without the path of a signal
	 */
	public String endpoint() {
		return "http://127.0.0.1:" + this.port;
	}

	/**
	 * From now on, fail, or take again what is sent. Requests that hang end.
	 * @param fault how to fail
	 */
	public synchronized void failWith(Fault fault) {
		this.fault = fault;
		this.listening.close();
		if (fault != Fault.REFUSED) {
			this.listening = Listening.on(this.port, this::handle);
		}
	}

	/**
	 * The paths of all requests that came, those that were answered with a fault too.
	 * @return the paths
	 */
	public List<String> requests() {
		return List.copyOf(this.requests);
	}

	/**
	 * All spans that were taken.
	 * @return the spans
	 */
	public List<Span> spans() {
		return this.received.spans();
	}

	/**
	 * All log records that were taken.
	 * @return the log records
	 */
	public List<LogRecord> logs() {
		return this.received.logs();
	}

	/**
	 * All metrics that were taken, each as often as it came.
	 * @return the metrics
	 */
	public List<Metric> metrics() {
		return this.received.metrics();
	}

	/**
	 * Whole requests with their resources, as they were taken.
	 * @return the requests
	 */
	public List<Message> messages() {
		return this.received.messages();
	}

	/**
	 * All that was taken as one text, to look for what must not be in it.
	 * @return the text
	 */
	public String text() {
		return messages().stream()
			.map((it) -> TextFormat.printer().escapingNonAscii(false).printToString(it))
			.collect(Collectors.joining("\n"));
	}

	/**
	 * What could not be decoded, which is the sender's fault.
	 * @return the failures
	 */
	public List<Throwable> failures() {
		return List.copyOf(this.failures);
	}

	@Override
	public synchronized void close() {
		this.listening.close();
	}

	private void handle(HttpExchange exchange) {
		try (exchange) {
			String path = exchange.getRequestURI().getPath();
			this.requests.add(path);
			Fault now = this.fault;
			byte[] body = body(exchange);
			if (now == Fault.NONE) {
				this.received.add(path, new ByteArrayInputStream(body));
			}
			now.answer(exchange);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (IOException ex) {
			// A sender that has lost its patience is none of those.
			if (this.fault == Fault.NONE) {
				this.failures.add(ex);
			}
		}
	}

	private static byte[] body(HttpExchange exchange) throws IOException {
		boolean compressed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
		InputStream body = exchange.getRequestBody();
		return (compressed ? new GZIPInputStream(body) : body).readAllBytes();
	}

	/**
	 * A server with its threads, which end with it.
	 */
	private record Listening(HttpServer server, ExecutorService threads) {

		static Listening on(int port, HttpHandler handler) {
			try {
				HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port),
						0);
				ExecutorService threads = Executors.newCachedThreadPool((task) -> {
					Thread thread = new Thread(task, "otlp-receiver");
					thread.setDaemon(true);
					return thread;
				});
				server.setExecutor(threads);
				server.createContext("/", handler);
				server.start();
				return new Listening(server, threads);
			}
			catch (IOException ex) {
				throw new UncheckedIOException("Cannot listen on port " + port, ex);
			}
		}

		void close() {
			this.threads.shutdownNow();
			this.server.stop(0);
		}

	}

}
