package dev.mainstay.benchmarks.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Requests of so many clients at a time, each of which waits for its answer: of a hundred
 * one fails, and ten have a body.
 */
final class Load implements Requests, AutoCloseable {

	private static final byte[] GET = request("GET /orders/17 HTTP/1.1", "");

	private static final byte[] FAILURE = request("GET /orders/17/invoice HTTP/1.1", "");

	private static final byte[] POST = request("POST /orders HTTP/1.1",
			"{\"id\":17,\"customer\":\"Ada\",\"sku\":\"A-1\",\"quantity\":3}");

	private final int clients;

	private final ExecutorService threads;

	Load(int clients) {
		this.clients = clients;
		this.threads = Executors.newFixedThreadPool(clients, (task) -> {
			Thread thread = new Thread(task, "client");
			thread.setDaemon(true);
			return thread;
		});
	}

	@Override
	public Latencies run(int port, Duration duration) throws IOException, InterruptedException {
		long end = System.nanoTime() + duration.toNanos();
		List<Future<Latencies>> running = new ArrayList<>();
		for (int i = 0; i < this.clients; i++) {
			running.add(this.threads.submit(() -> client(port, end)));
		}
		Latencies all = new Latencies();
		try {
			for (Future<Latencies> client : running) {
				all.addAll(client.get());
			}
		}
		catch (ExecutionException ex) {
			throw new IOException(ex);
		}
		return all;
	}

	private static Latencies client(int port, long end) throws IOException {
		Latencies latencies = new Latencies();
		try (Connection connection = new Connection(port)) {
			long begin = System.nanoTime();
			for (int i = 1; begin < end; i++) {
				boolean fails = i % 100 == 0;
				int status = connection.exchange(fails ? FAILURE : (i % 10 == 5) ? POST : GET);
				if (status != (fails ? 500 : 200)) {
					throw new IOException("Status " + status + ": " + connection.lastAnswer());
				}
				long now = System.nanoTime();
				latencies.add(now - begin);
				begin = now;
			}
		}
		return latencies;
	}

	private static byte[] request(String line, String body) {
		String content = body.isEmpty() ? ""
				: "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n";
		return (line + "\r\nHost: localhost\r\nAccept: application/json\r\n" + content + "\r\n" + body)
			.getBytes(StandardCharsets.US_ASCII);
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
