package dev.mainstay.benchmarks.calls;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much longer a call takes with a policy, by calls that take turns. The dependency
 * answers at once: how late a sleep of a millisecond ends differs by more than what is
 * asked for.
 */
public final class ClientTimes {

	private static final Logger logger = LoggerFactory.getLogger(ClientTimes.class);

	private static final int WARM_UP = 20_000;

	private static final int ROUNDS = 40_000;

	private static final List<String> POLICIES = List.of("plain", "defaults", "policy");

	private ClientTimes() {
	}

	/**
	 * Measure both clients, and log the medians, in microseconds.
	 * @param args how long the dependency takes, in milliseconds
	 */
	public static void main(String[] args) {
		Duration delay = Duration.ofMillis((args.length > 0) ? Long.parseLong(args[0]) : 0);
		int factor = (args.length > 0) ? 10 : 1;
		for (String factory : List.of("http-components", "jdk")) {
			try (Stub stub = Stub.answeringAfter(delay)) {
				List<Client> clients = POLICIES.stream()
					.map((policy) -> Client.start(policy, factory, stub.url()))
					.toList();
				times(clients, WARM_UP / factor);
				print(factory, times(clients, ROUNDS / factor));
				clients.forEach(Client::close);
			}
		}
	}

	private static long[][] times(List<Client> clients, int rounds) {
		long[][] times = new long[clients.size()][rounds];
		for (int round = 0; round < rounds; round++) {
			for (int turn = 0; turn < clients.size(); turn++) {
				int client = (turn + round) % clients.size();
				long start = System.nanoTime();
				clients.get(client).call();
				times[client][round] = System.nanoTime() - start;
			}
		}
		return times;
	}

	private static void print(String factory, long[][] times) {
		for (int client = 0; client < times.length; client++) {
			long[] differences = new long[times[client].length];
			for (int round = 0; round < differences.length; round++) {
				differences[round] = times[client][round] - times[0][round];
			}
			logger.warn("{} {}: p50 {} us, p10 {} us, median of the differences {} us", factory, POLICIES.get(client),
					quantile(times[client], 0.5), quantile(times[client], 0.1), quantile(differences, 0.5));
		}
	}

	private static double quantile(long[] nanos, double share) {
		long[] sorted = nanos.clone();
		Arrays.sort(sorted);
		return sorted[(int) (sorted.length * share)] / 1000.0;
	}

}
