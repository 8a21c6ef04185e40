package dev.mainstay.benchmarks.service;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service in all variants under the same load, in rounds that take turns, each
 * variant in a process that is idle while another is measured.
 */
public final class ServiceBenchmark {

	private static final Logger logger = LoggerFactory.getLogger(ServiceBenchmark.class);

	/** In steps of ten seconds. */
	private static final int LONGEST_WARM_UP = Integer.getInteger("service.warm-up", 30);

	private final Map<Variant, Service> services = new EnumMap<>(Variant.class);

	private final Map<Variant, List<Round>> rounds = new EnumMap<>(Variant.class);

	private final Load load;

	private ServiceBenchmark(Load load) {
		this.load = load;
	}

	/**
	 * Measure, and print a table for the documentation.
	 * @param args the number of rounds, the seconds of one, and the variants; 9, 10 and
	 * all if absent
	 * @throws IOException if a service does not answer
	 * @throws InterruptedException if interrupted
	 */
	public static void main(String[] args) throws IOException, InterruptedException {
		int rounds = (args.length > 0) ? Integer.parseInt(args[0]) : 9;
		Duration duration = Duration.ofSeconds((args.length > 1) ? Integer.parseInt(args[1]) : 10);
		logger.info("\n{}", table(measure(rounds, duration, variants(args), LONGEST_WARM_UP)));
	}

	private static List<Variant> variants(String[] args) {
		return (args.length > 2) ? Arrays.stream(args).skip(2).map(Variant::valueOf).toList()
				: List.of(Variant.values());
	}

	/**
	 * Measure variants of the service.
	 * @param rounds how often each
	 * @param duration of a round
	 * @param variants which
	 * @param warmUp after how many times ten seconds it is given up to wait for a
	 * compiler
	 * @return the rounds of each
	 */
	static Map<Variant, List<Round>> measure(int rounds, Duration duration, List<Variant> variants, int warmUp)
			throws IOException, InterruptedException {
		try (Collector collector = new Collector(); Load load = new Load(4)) {
			ServiceBenchmark benchmark = new ServiceBenchmark(load);
			try {
				for (Variant variant : variants) {
					benchmark.services.put(variant, Service.start(variant, collector.endpoint()));
				}
				for (Service service : benchmark.services.values()) {
					warmUp(service, warmUp);
				}
				for (int i = 0; i < rounds; i++) {
					benchmark.round(duration);
				}
				logger.info("Taken by the collector, in bytes: {}", collector.bytes());
				return benchmark.rounds;
			}
			finally {
				benchmark.services.values().forEach(Service::close);
			}
		}
	}

	private static void warmUp(Service service, int longest) throws IOException, InterruptedException {
		try (Load light = new Load(2)) {
			Rounds.warmUp(service, light, longest);
		}
	}

	private void round(Duration duration) throws IOException, InterruptedException {
		for (Map.Entry<Variant, Service> service : this.services.entrySet()) {
			double before = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
			Round round = Round.of(service.getValue(), this.load, duration);
			this.rounds.computeIfAbsent(service.getKey(), (variant) -> new ArrayList<>()).add(round);
			double after = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
			logger.info("{}: {}, load of the machine {} before and {} after", service.getKey(), round, before, after);
		}
	}

	/** The medians of the rounds, beside Spring Boot's. */
	private static String table(Map<Variant, List<Round>> rounds) {
		StringBuilder table = new StringBuilder(
				"| | requests a second | CPU of a request | bytes of a request | p50 | p99 "
						+ "| throughput beside Spring Boot | CPU | bytes |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
		List<Round> boot = rounds.getOrDefault(Variant.BOOT, List.of());
		rounds.forEach((variant,
				of) -> table.append(String.format(Locale.ROOT,
						"| %s | %,.0f | %.0f µs | %.1f KB | %.2f ms | %.2f ms | %.2f | %.2f | %.2f |%n", variant,
						Rounds.median(of, Round::throughput), Rounds.median(of, Round::processorMicros),
						Rounds.median(of, Round::bytes) / 1024, Rounds.median(of, Round::medianMicros) / 1000,
						Rounds.median(of, Round::slowMicros) / 1000, Rounds.ratio(of, boot, Round::throughput),
						Rounds.ratio(of, boot, Round::processorMicros), Rounds.ratio(of, boot, Round::bytes))));
		return table.toString();
	}

}
