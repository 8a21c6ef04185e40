package dev.mainstay.benchmarks.comparison;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import dev.mainstay.benchmarks.service.Service;

/**
 * How the cost of a request grows with what there is more of: processes that share one
 * store, keys that are stored, lines in the log, routes, objectives.
 */
final class Scale {

	private final Setting setting;

	private final Options options;

	private final Backends backends;

	private final Clients clients;

	private final Steps steps = new Steps();

	private Scale(Setting setting, Options options, Backends backends, Clients clients) {
		this.setting = setting;
		this.options = options;
		this.backends = backends;
		this.clients = clients;
	}

	/** Measure all of it. */
	static Steps measure(Setting setting, Options options) throws IOException, InterruptedException {
		try (Backends backends = Backends.start();
				SharedRedis redis = new SharedRedis();
				Clients clients = new Clients()) {
			Scale scale = new Scale(setting, options, backends, clients);
			scale.processes("PostgreSQL", () -> scale.start(Variant.ENFORCE));
			scale.processes("Redis", () -> Start.start(setting, redis, backends));
			scale.keysAndLines();
			scale.routes(Variant.BARE);
			scale.routes(Variant.ENFORCE);
			scale.objectives();
			return scale.steps;
		}
	}

	private void processes(String store, Callable<Service> start) throws IOException, InterruptedException {
		for (int count : new int[] { 1, 2, 4 }) {
			List<Service> services = new ArrayList<>();
			try {
				for (int i = 0; i < count; i++) {
					services.add(start.call());
				}
				for (Service service : services) {
					warmUp(service, Operation.KEYED);
				}
				this.steps.add("processes on one " + store + ", `POST` with a key", count, together(services));
			}
			catch (IOException | InterruptedException | RuntimeException ex) {
				throw ex;
			}
			catch (Exception ex) {
				throw new IOException(ex);
			}
			finally {
				services.forEach(Service::close);
			}
		}
	}

	private List<Measured> together(List<Service> services) throws IOException, InterruptedException {
		ExecutorService threads = Executors.newFixedThreadPool(services.size());
		try {
			List<Future<List<Measured>>> running = new ArrayList<>();
			for (Service service : services) {
				running.add(threads.submit(() -> roundsOnceWarm(service, Operation.KEYED)));
			}
			List<List<Measured>> each = new ArrayList<>();
			for (Future<List<Measured>> rounds : running) {
				each.add(rounds.get());
			}
			return IntStream.range(0, this.options.rounds())
				.mapToObj((i) -> Measured.together(each.stream().map((rounds) -> rounds.get(i)).toList()))
				.toList();
		}
		catch (ExecutionException ex) {
			throw new IOException(ex);
		}
		finally {
			threads.shutdownNow();
		}
	}

	private void keysAndLines() throws IOException, InterruptedException {
		try (Service service = start(Variant.ENFORCE)) {
			for (int keys : new int[] { 1_000, 10_000, 100_000, 1_000_000 }) {
				this.backends.fill(Variant.ENFORCE, keys);
				this.steps.add("keys stored in PostgreSQL, `POST` with a key", keys, rounds(service, Operation.KEYED));
			}
			String title = "lines that a `GET` logs";
			this.steps.add(title, 1, rounds(service, Operation.READ));
			this.steps.add(title, 10, rounds(service, Operation.TEN_LINES));
			this.steps.add(title, 100, rounds(service, Operation.HUNDRED_LINES));
		}
	}

	/** Spring's own search grows with them, which the bare build tells apart. */
	private void routes(Variant variant) throws IOException, InterruptedException {
		for (int more : new int[] { 0, 100, 1000 }) {
			try (Service service = start(variant, "--more-routes=" + more)) {
				this.steps.add("more routes, `GET`, " + variant, more, rounds(service, Operation.READ));
			}
		}
	}

	private void objectives() throws IOException, InterruptedException {
		for (int count : new int[] { 1, 10, 100 }) {
			String[] arguments = IntStream.range(0, count)
				.boxed()
				.flatMap((i) -> Arrays.stream(new String[] { "availability=99.9%", "routes=GET /orders/{id}" })
					.map((property) -> String.format(Locale.ROOT, "--mainstay.slo.objectives.objective-%d.%s", i,
							property)))
				.toArray(String[]::new);
			try (Service service = start(Variant.ENFORCE, arguments)) {
				this.steps.add("objectives for the route, `GET`", count, rounds(service, Operation.READ));
			}
		}
	}

	private Service start(Variant variant, String... arguments) throws IOException, InterruptedException {
		return Start.start(this.setting, variant, this.backends, ProcessBuilder.Redirect.DISCARD, arguments);
	}

	private List<Measured> rounds(Service service, Operation operation) throws IOException, InterruptedException {
		warmUp(service, operation);
		return roundsOnceWarm(service, operation);
	}

	/** One at a time: of the processors each would have less, the more there are. */
	private void warmUp(Service service, Operation operation) throws IOException, InterruptedException {
		this.clients.run(service.port(), operation, Load.saturation(2), this.options.warmUp());
	}

	private List<Measured> roundsOnceWarm(Service service, Operation operation)
			throws IOException, InterruptedException {
		List<Measured> rounds = new ArrayList<>();
		for (int i = 0; i < this.options.rounds(); i++) {
			rounds.add(Measured.of(service, this.clients, operation, Load.saturation(8), this.options.duration()));
		}
		return rounds;
	}

}
