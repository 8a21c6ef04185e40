package dev.mainstay.benchmarks.comparison;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was measured with more and more of something. Not thread-safe.
 */
final class Steps {

	private static final Logger logger = LoggerFactory.getLogger(Steps.class);

	private final Map<String, TreeMap<Integer, List<Measured>>> series = new LinkedHashMap<>();

	/**
	 * Add what was measured.
	 * @param of what there is more and more of, and what was asked for
	 * @param count how many there were
	 * @param rounds what was measured then
	 */
	void add(String of, int count, List<Measured> rounds) {
		this.series.computeIfAbsent(of, (it) -> new TreeMap<>()).put(count, rounds);
		logger.info("{}", row(of, count, rounds).strip());
	}

	/** By what there is more of, what was measured by how many. */
	Map<String, TreeMap<Integer, List<Measured>>> series() {
		return this.series;
	}

	/** A table and a chart of it for the documentation. */
	String markdown() {
		StringBuilder table = new StringBuilder("![CPU of a request](").append(StepsChart.FILE)
			.append(")\n\n| | answers a second | CPU, µs | allocated, KB | p50, ms | p99, ms |\n")
			.append("| --- ".repeat(6))
			.append("|\n");
		this.series.forEach((of, steps) -> steps.forEach((count, rounds) -> table.append(row(of, count, rounds))));
		return table.toString();
	}

	private static String row(String of, int count, List<Measured> rounds) {
		return String.format(Locale.ROOT, "| %s: %,d | %s | %s | %s | %s | %s |%n", of, count,
				Spread.of(rounds, Measured::throughput).format("%,.0f"),
				Spread.of(rounds, Measured::cpuMicros).format("%.0f"),
				Spread.of(rounds, Measured::kilobytes).format("%.1f"), Spread.of(rounds, Measured::p50).format("%.2f"),
				Spread.of(rounds, Measured::p99).format("%.2f"));
	}

}
