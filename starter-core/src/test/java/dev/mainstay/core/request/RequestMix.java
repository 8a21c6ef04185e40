package dev.mainstay.core.request;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fires requests that end in different ways, all at the same time, and keeps the client's
 * ledger of them.
 */
public final class RequestMix {

	/**
	 * More than the cores of any machine that builds, not so many that all are starved.
	 */
	private static final int CALLERS = 16;

	/** Ends only what hangs: a machine that is busy otherwise is slow, not wrong. */
	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final List<Way> order = new ArrayList<>();

	private final Map<String, LongAdder> ledger = new ConcurrentHashMap<>();

	private final Duration patience;

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(PATIENCE)
		.build();

	private RequestMix(Duration patience) {
		this.patience = patience;
	}

	public static RequestMix onTomcat() {
		return new RequestMix(PATIENCE);
	}

	/**
	 * Reactor Netty 1.3.7 may never read the next request of a connection
	 * (reactor/reactor-netty#4361), which then is none: it is sent anew.
	 */
	public static RequestMix onNetty() {
		return new RequestMix(PATIENCE.dividedBy(4));
	}

	/** A request that is answered, on a connection that is kept alive. */
	public RequestMix answered(int times, String path, int status, RequestOutcome outcome) {
		return add(times, new Way(path, status, outcome, (port) -> {
			HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
				.timeout(this.patience)
				.build();
			try {
				return this.client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
			}
			catch (HttpTimeoutException ex) {
				if (this.patience.equals(PATIENCE)) {
					throw ex;
				}
				return status(RawClient.send(port, RawClient.get(path)));
			}
		}));
	}

	/**
	 * A request on a connection of its own, of which only the head can be read. Also one
	 * that another thread than the connection's answers: Reactor Netty 1.3.7 may never
	 * read the next one of such a connection (reactor/reactor-netty#4361), with Mainstay
	 * or without.
	 */
	public RequestMix alone(int times, String path, int status, RequestOutcome outcome) {
		return add(times, new Way(path, status, outcome, (port) -> status(RawClient.send(port, RawClient.get(path)))));
	}

	/** A client that goes away while it is answered. */
	public RequestMix aborted(int times, String path) {
		return add(times, new Way(path, 200, RequestOutcome.ABORTED, (port) -> {
			RawClient.abort(port, RawClient.get(path), 2000);
			return 200;
		}));
	}

	/** Something that the server refuses. */
	public RequestMix refused(int times, String text, @Nullable String path, int status) {
		return add(times, new Way(path, status, RequestOutcome.REJECTED, (port) -> status(RawClient.send(port, text))));
	}

	/** Something that is no request. */
	public RequestMix half(int times) {
		return add(times, new Way(null, null, null, (port) -> {
			RawClient.abort(port, "GET /half HTTP/1.1\r\nHost: lo", 0);
			return null;
		}));
	}

	private RequestMix add(int times, Way way) {
		this.order.addAll(Collections.nCopies(times, way));
		return this;
	}

	private static int status(String answer) {
		assertThat(answer).startsWith("HTTP/1.1 ");
		return Integer.parseInt(answer.substring(9, 12));
	}

	/** How many calls there are. */
	public int size() {
		return this.order.size();
	}

	/**
	 * Fire all, in an order that is always the same, and wait for the answers. Thousands
	 * of stack traces of the server would only take their time.
	 */
	public void fire(int port) throws Exception {
		Collections.shuffle(this.order, new Random(42));
		LoggingSystem logging = LoggingSystem.get(RequestMix.class.getClassLoader());
		logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
		ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
		try {
			List<Future<?>> calls = new ArrayList<>();
			this.order.forEach((way) -> calls.add(callers.submit(() -> fire(way, port))));
			for (Future<?> call : calls) {
				call.get();
			}
		}
		finally {
			callers.shutdownNow();
			logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
		}
	}

	private @Nullable Void fire(Way way, int port) throws IOException, InterruptedException {
		assertThat(way.call().to(port)).as(way.path()).isEqualTo(way.status());
		if (way.outcome() != null) {
			count(this.ledger, way.path(), way.status(), way.outcome());
		}
		return null;
	}

	/** Compare the ledgers when nothing is in flight any more. */
	public void compareWith(Ledger server) {
		long expected = this.ledger.values().stream().mapToLong(LongAdder::sum).sum();
		Awaitility.await().atMost(PATIENCE).until(() -> server.requests().size() >= expected);
		Awaitility.await()
			.during(Duration.ofMillis(500))
			.atMost(Duration.ofSeconds(10))
			.until(() -> server.requests().size() >= expected);
		Map<String, LongAdder> seen = new ConcurrentHashMap<>();
		server.requests().forEach((request) -> count(seen, request.path(), request.status(), request.outcome()));
		assertThat(sums(seen)).isEqualTo(sums(this.ledger));
	}

	private static void count(Map<String, LongAdder> ledger, @Nullable String path, @Nullable Integer status,
			RequestOutcome outcome) {
		ledger.computeIfAbsent(path + " " + status + " " + outcome, (key) -> new LongAdder()).increment();
	}

	private static Map<String, Long> sums(Map<String, LongAdder> ledger) {
		Map<String, Long> sums = new TreeMap<>();
		ledger.forEach((key, count) -> sums.put(key, count.sum()));
		return sums;
	}

	/**
	 * A way in which a request ends, as the client sees it.
	 */
	private record Way(@Nullable String path, @Nullable Integer status, @Nullable RequestOutcome outcome, Call call) {

	}

	/**
	 * A call.
	 */
	private interface Call {

		@Nullable Integer to(int port) throws IOException, InterruptedException;

	}

}
