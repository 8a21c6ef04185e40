package dev.mainstay.benchmarks.idempotency;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.mainstay.benchmarks.service.Round;
import dev.mainstay.benchmarks.service.Rounds;
import dev.mainstay.benchmarks.service.Service;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service in all variants under the same load, in rounds that take turns, each
 * variant in a process that is idle while another is measured.
 */
public final class IdempotencyBenchmark {

	private static final Logger logger = LoggerFactory.getLogger(IdempotencyBenchmark.class);

	private static final int CLIENTS = 4;

	private final Servers servers;

	private final List<Variant> variants;

	private final Map<Variant, Service> services = new EnumMap<>(Variant.class);

	private final Map<Kind, Map<Variant, List<Round>>> rounds = new EnumMap<>(Kind.class);

	IdempotencyBenchmark(Servers servers, List<Variant> variants) {
		this.servers = servers;
		this.variants = variants;
		for (Kind kind : Kind.values()) {
			this.rounds.put(kind, new EnumMap<>(Variant.class));
		}
	}

	/**
	 * Measure, and print the tables for the documentation.
	 * @param args the number of rounds, the seconds of one, how long a service is warmed
	 * up at most, in steps of ten seconds, and the variants; 7, 4, 6 and all if absent
	 * @throws IOException if a service does not answer
	 * @throws InterruptedException if interrupted
	 */
	public static void main(String[] args) throws IOException, InterruptedException {
		try (Servers servers = Servers.start()) {
			IdempotencyBenchmark benchmark = new IdempotencyBenchmark(servers, variants(args));
			Map<Kind, Map<Variant, Trips>> trips = benchmark.count();
			logger.info("{}", trips);
			Map<Kind, Map<Variant, List<Round>>> rounds = benchmark.measure(number(args, 0, 7),
					Duration.ofSeconds(number(args, 1, 4)), number(args, 2, 6));
			for (Kind kind : Kind.values()) {
				logger.info("\n{}", new ResultTable(kind, rounds.get(kind), trips.get(kind)));
			}
		}
	}

	private static List<Variant> variants(String[] args) {
		return (args.length > 3) ? Arrays.stream(args).skip(3).map(Variant::valueOf).toList()
				: List.of(Variant.values());
	}

	private static int number(String[] args, int index, int otherwise) {
		return (args.length > index) ? Integer.parseInt(args[index]) : otherwise;
	}

	/** What each request takes of the servers, in services that count. */
	Map<Kind, Map<Variant, Trips>> count() throws IOException, InterruptedException {
		Map<Kind, Map<Variant, Trips>> counted = new EnumMap<>(Kind.class);
		for (Variant variant : this.variants) {
			try (Service service = start(variant, "--benchmark.trips=true")) {
				for (Kind kind : Kind.values()) {
					counted.computeIfAbsent(kind, (it) -> new EnumMap<>(Variant.class))
						.put(variant, Trips.of(service, this.servers, kind, variant));
				}
			}
		}
		return counted;
	}

	/** What each request takes of the process, and how many there are in a second. */
	Map<Kind, Map<Variant, List<Round>>> measure(int rounds, Duration duration, int warmUp)
			throws IOException, InterruptedException {
		try {
			for (Variant variant : this.variants) {
				this.services.put(variant, start(variant, "--benchmark.trips=false"));
			}
			for (Variant variant : this.variants) {
				warmUp(variant, warmUp);
			}
			for (int i = 0; i < rounds; i++) {
				for (Kind kind : Kind.values()) {
					round(kind, duration);
				}
			}
			return this.rounds;
		}
		finally {
			this.services.values().forEach(Service::close);
		}
	}

	private void warmUp(Variant variant, int longest) throws IOException, InterruptedException {
		Service service = this.services.get(variant);
		for (Kind kind : Kind.values()) {
			try (KeyedLoad light = new KeyedLoad(2, service.port(), kind, variant)) {
				Rounds.warmUp(service, light, longest);
			}
		}
	}

	private void round(Kind kind, Duration duration) throws IOException, InterruptedException {
		for (Variant variant : this.variants) {
			Service service = this.services.get(variant);
			try (KeyedLoad load = new KeyedLoad(CLIENTS, service.port(), kind, variant)) {
				Round round = Round.of(service, load, duration);
				this.rounds.get(kind).computeIfAbsent(variant, (it) -> new ArrayList<>()).add(round);
				logger.info("{}, {}: {}", variant, kind, round);
			}
		}
	}

	private Service start(Variant variant, String more) throws IOException, InterruptedException {
		return variant.start(this.servers, more);
	}

}
