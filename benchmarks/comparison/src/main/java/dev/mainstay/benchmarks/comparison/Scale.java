package dev.mainstay.benchmarks.comparison;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import dev.mainstay.benchmarks.service.Service;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the cost of a request grows with what there is more of: processes on one database,
 * keys that are stored, objectives, lines in the log.
 */
final class Scale {

	private static final Logger logger = LoggerFactory.getLogger(Scale.class);

	private final Setting setting;

	private final Options options;

	private final Backends backends;

	private final Clients clients;

	private final StringBuilder table = new StringBuilder(
			"| | answers a second | CPU, µs | allocated, KB | p50, ms | p99, ms |\n")
		.append("| --- ".repeat(6))
		.append("|\n");

	private Scale(Setting setting, Options options, Backends backends, Clients clients) {
		this.setting = setting;
		this.options = options;
		this.backends = backends;
		this.clients = clients;
	}

	/** Measure, and return a table for the documentation. */
	static String measure(Setting setting, Options options) throws IOException, InterruptedException {
		try (Backends backends = Backends.start(); Clients clients = new Clients()) {
			Scale scale = new Scale(setting, options, backends, clients);
			for (int processes : new int[] { 1, 2, 4 }) {
				scale.processes(processes);
			}
			scale.keysAndLines();
			for (int objectives : new int[] { 1, 10, 100 }) {
				scale.objectives(objectives);
			}
			return scale.table.toString();
		}
	}

	private void processes(int count) throws IOException, InterruptedException {
		List<Service> services = new ArrayList<>();
		ExecutorService threads = Executors.newFixedThreadPool(count);
		try {
			for (int i = 0; i < count; i++) {
				services.add(start());
			}
			List<Future<List<Measured>>> running = new ArrayList<>();
			for (Service service : services) {
				running.add(threads.submit(() -> rounds(service, Operation.KEYED)));
			}
			for (int i = 0; i < count; i++) {
				row("%d of %d processes on one PostgreSQL, `POST` with a key".formatted(i + 1, count),
						running.get(i).get());
			}
		}
		catch (ExecutionException ex) {
			throw new IOException(ex);
		}
		finally {
			services.forEach(Service::close);
			threads.shutdownNow();
		}
	}

	private void keysAndLines() throws IOException, InterruptedException {
		try (Service service = start()) {
			for (int keys : new int[] { 1_000, 10_000, 100_000, 1_000_000 }) {
				this.backends.fill(Variant.ENFORCE, keys);
				row(String.format(Locale.ROOT, "%,d keys stored, `POST` with a key", keys),
						rounds(service, Operation.KEYED));
			}
			for (Operation operation : List.of(Operation.READ, Operation.TEN_LINES, Operation.HUNDRED_LINES)) {
				row(operation.toString(), rounds(service, operation));
			}
		}
	}

	private void objectives(int count) throws IOException, InterruptedException {
		String[] arguments = IntStream.range(0, count)
			.boxed()
			.flatMap((i) -> Arrays.stream(new String[] { "availability=99.9%", "routes=GET /orders/{id}" })
				.map((setting) -> "--mainstay.slo.objectives.objective-" + i + "." + setting))
			.toArray(String[]::new);
		try (Service service = start(arguments)) {
			row(count + " objectives for the route, `GET`", rounds(service, Operation.READ));
		}
	}

	private Service start(String... arguments) throws IOException, InterruptedException {
		return Start.start(this.setting, Variant.ENFORCE, this.backends, ProcessBuilder.Redirect.DISCARD, arguments);
	}

	private List<Measured> rounds(Service service, Operation operation) throws IOException, InterruptedException {
		Duration duration = this.options.duration();
		this.clients.run(service.port(), operation, Load.saturation(2), this.options.warmUp());
		List<Measured> rounds = new ArrayList<>();
		for (int i = 0; i < this.options.rounds(); i++) {
			rounds.add(Measured.of(service, this.clients, operation, Load.saturation(8), duration));
		}
		return rounds;
	}

	private void row(String title, List<Measured> rounds) {
		String row = "| %s | %s | %s | %s | %s | %s |%n".formatted(title,
				Spread.of(rounds, Measured::throughput).format("%,.0f"),
				Spread.of(rounds, Measured::cpuMicros).format("%.0f"),
				Spread.of(rounds, Measured::kilobytes).format("%.1f"), Spread.of(rounds, Measured::p50).format("%.2f"),
				Spread.of(rounds, Measured::p99).format("%.2f"));
		logger.info("{}", row.strip());
		this.table.append(row);
	}

}
