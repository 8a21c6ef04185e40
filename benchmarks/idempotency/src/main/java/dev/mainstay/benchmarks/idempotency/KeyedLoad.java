package dev.mainstay.benchmarks.idempotency;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.mainstay.benchmarks.service.Latencies;
import dev.mainstay.benchmarks.service.Requests;

/**
 * Requests of one kind, of a few clients at a time. What is repeated was sent before it
 * is measured.
 */
final class KeyedLoad implements Requests, AutoCloseable {

	private final List<KeyedClient> clients = new ArrayList<>();

	private final ExecutorService threads;

	private final Kind kind;

	KeyedLoad(int clients, int port, Kind kind, Variant variant) throws IOException {
		this.kind = kind;
		this.threads = Executors.newFixedThreadPool(clients);
		for (int i = 0; i < clients; i++) {
			KeyedClient client = new KeyedClient(port, kind.path(), variant.repeats());
			this.clients.add(client);
			if (kind == Kind.REPLAY) {
				client.prepare();
			}
		}
	}

	@Override
	public Latencies run(int port, Duration duration) throws IOException, InterruptedException {
		long end = System.nanoTime() + duration.toNanos();
		List<Future<Latencies>> running = new ArrayList<>();
		for (KeyedClient client : this.clients) {
			running.add(this.threads.submit(() -> (this.kind == Kind.REPLAY) ? client.repeat(end) : client.first(end)));
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

	@Override
	public void close() throws IOException {
		this.threads.shutdownNow();
		for (KeyedClient client : this.clients) {
			client.close();
		}
	}

}
