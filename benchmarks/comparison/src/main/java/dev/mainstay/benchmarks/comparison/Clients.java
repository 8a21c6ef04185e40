package dev.mainstay.benchmarks.comparison;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

import dev.mainstay.benchmarks.service.Connection;
import org.HdrHistogram.Histogram;

/**
 * Clients that send requests, each over a connection of its own. A latency is that from
 * when the request was due, so that a request that had to wait for a slow one before it
 * is as late as it is to who wanted it.
 */
final class Clients implements AutoCloseable {

	private static final long LONGEST_MICROS = Duration.ofMinutes(2).toNanos() / 1000;

	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "client");
		thread.setDaemon(true);
		return thread;
	});

	/**
	 * Send requests for a time.
	 * @param port of the service
	 * @param operation what is asked for
	 * @param load how
	 * @param duration for how long requests become due
	 * @return what became of them
	 */
	Answers run(int port, Operation operation, Load load, Duration duration) throws IOException, InterruptedException {
		long begin = System.nanoTime();
		long end = begin + duration.toNanos();
		List<Future<Answers>> running = new ArrayList<>();
		for (int i = 0; i < load.clients(); i++) {
			long first = begin + load.offsetNanos(i);
			running.add(this.threads.submit(() -> new Client(port, operation, load).run(first, end)));
		}
		Answers all = new Answers();
		try {
			for (Future<Answers> client : running) {
				all.add(client.get());
			}
		}
		catch (ExecutionException ex) {
			throw new IOException(ex);
		}
		return all;
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

	/** What became of requests. Not thread-safe. */
	static final class Answers {

		private final Histogram micros = new Histogram(LONGEST_MICROS, 3);

		private long failed;

		private void add(Answers others) {
			this.micros.add(others.micros);
			this.failed += others.failed;
		}

		long count() {
			return this.micros.getTotalCount();
		}

		long failed() {
			return this.failed;
		}

		long micros(double percentile) {
			return this.micros.getValueAtPercentile(percentile);
		}

	}

	private record Client(int port, Operation operation, Load load) {

		Answers run(long first, long end) throws IOException {
			Answers answers = new Answers();
			String name = UUID.randomUUID().toString();
			long due = first;
			try (Connection connection = new Connection(this.port)) {
				for (int i = 0; due < end; i++) {
					await(due);
					if (!exchange(connection, this.operation.request(name + i))) {
						answers.failed++;
					}
					long now = System.nanoTime();
					answers.micros.recordValue(Math.min(Math.max(now - due, 0) / 1000, LONGEST_MICROS));
					due = this.load.nextDue(due, now);
				}
			}
			return answers;
		}

		private boolean exchange(Connection connection, byte[] request) throws IOException {
			try {
				return connection.exchange(request) == this.operation.status();
			}
			catch (IOException ex) {
				connection.close();
				return false;
			}
		}

		private static void await(long due) {
			for (long rest = due - System.nanoTime(); rest > 0; rest = due - System.nanoTime()) {
				LockSupport.parkNanos(rest);
			}
		}

	}

}
