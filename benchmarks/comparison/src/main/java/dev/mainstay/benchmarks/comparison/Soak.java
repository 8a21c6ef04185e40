package dev.mainstay.benchmarks.comparison;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import dev.mainstay.benchmarks.service.Service;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bare build and that with all of Mainstay for a long time at a steady rate of all
 * operations, and what they hold meanwhile.
 */
final class Soak {

	private static final Logger logger = LoggerFactory.getLogger(Soak.class);

	private static final List<Variant> VARIANTS = List.of(Variant.BARE, Variant.ENFORCE);

	private static final Duration PAUSE = Duration.ofSeconds(10);

	private final Duration duration;

	private final Load load;

	private final Map<Variant, List<Memory>> samples = new EnumMap<>(Variant.class);

	Soak(Duration duration, int perSecond) {
		this.duration = duration;
		this.load = new Load(4, perSecond);
	}

	Map<Variant, List<Memory>> run(Setting setting) throws IOException, InterruptedException {
		Map<Variant, Service> services = new EnumMap<>(Variant.class);
		ExecutorService threads = Executors.newCachedThreadPool();
		try (Backends backends = Backends.start(); Clients clients = new Clients()) {
			List<Future<Clients.Answers>> loads = new ArrayList<>();
			for (Variant variant : VARIANTS) {
				Service service = Start.start(setting, variant, backends, ProcessBuilder.Redirect.DISCARD);
				services.put(variant, service);
				for (Operation operation : Operation.DAILY) {
					loads.add(threads.submit(() -> clients.run(service.port(), operation, this.load, this.duration)));
				}
			}
			sample(services);
			check(loads);
		}
		finally {
			services.values().forEach(Service::close);
			threads.shutdownNow();
		}
		return this.samples;
	}

	private void sample(Map<Variant, Service> services) throws IOException, InterruptedException {
		long begin = System.nanoTime();
		long end = begin + this.duration.toNanos();
		while (System.nanoTime() < end) {
			TimeUnit.SECONDS.sleep(PAUSE.toSeconds());
			for (Map.Entry<Variant, Service> service : services.entrySet()) {
				Memory memory = Memory.of(service.getValue(), begin);
				logger.info("{}: {}", service.getKey(), memory);
				this.samples.computeIfAbsent(service.getKey(), (it) -> new ArrayList<>()).add(memory);
			}
		}
	}

	private static void check(List<Future<Clients.Answers>> loads) throws IOException, InterruptedException {
		try {
			for (Future<Clients.Answers> load : loads) {
				logger.info("{} answers, {} of them wrong", load.get().count(), load.get().failed());
			}
		}
		catch (ExecutionException ex) {
			throw new IOException(ex);
		}
	}

	/** The table of the documentation. */
	String markdown(Map<Variant, List<Memory>> samples) {
		StringBuilder table = new StringBuilder("![What is on the heap](comparison-soak.svg)\n\n")
			.append("%d minutes, %d requests a second of each of the four operations, heap after a collection:%n%n"
				.formatted(this.duration.toMinutes(), this.load.rate()))
			.append("| | first, MB | after a quarter, MB | last, MB | growth after a quarter, MB an hour | resident after a quarter, MB | last, MB |\n")
			.append("| --- ".repeat(7))
			.append("|\n");
		samples.forEach((variant,
				list) -> table.append(String.format(Locale.ROOT, "| %s | %.1f | %.1f | %.1f | %+.1f | %.0f | %.0f |%n",
						variant, list.get(0).live(), list.get(list.size() / 4).live(), list.get(list.size() - 1).live(),
						Memory.growthPerHour(list), list.get(list.size() / 4).resident(),
						list.get(list.size() - 1).resident())));
		return table.toString();
	}

}
