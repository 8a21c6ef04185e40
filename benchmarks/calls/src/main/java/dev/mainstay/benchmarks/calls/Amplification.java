package dev.mainstay.benchmarks.calls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What retries do to a dependency that fails, on a clock of its own: the data and the
 * chart in the documentation, the same from every run.
 */
public final class Amplification {

	/** For how long, by the requests in a second. */
	static final Map<Integer, Duration> RATES = new TreeMap<>(Map.of(5, Duration.ofHours(5), 20, Duration.ofHours(2),
			200, Duration.ofMinutes(10), 1000, Duration.ofMinutes(2)));

	private static final int[] FAILING = { 0, 10, 50, 100 };

	private Amplification() {
	}

	/**
	 * Write the data and the chart.
	 * @param args the directory of the documentation
	 * @throws IOException if they cannot be written
	 */
	public static void main(String[] args) throws IOException {
		Path docs = Path.of((args.length > 0) ? args[0] : "docs");
		List<AmplificationRow> rows = run();
		Files.writeString(docs.resolve("amplification.csv"), csv(rows));
		Files.writeString(docs.resolve("amplification-outage.csv"), outages(outages()));
		Files.writeString(docs.resolve("amplification.svg"), new AmplificationChart(rows).svg());
	}

	static List<AmplificationRow> run() {
		List<AmplificationRow> rows = new ArrayList<>();
		for (int failing : FAILING) {
			RATES.forEach((perSecond, duration) -> Stream.of(Library.values())
				.forEach((library) -> rows.add(AmplificationRow.of(library, perSecond, failing, duration))));
		}
		return rows;
	}

	static List<Outage> outages() {
		return RATES.keySet()
			.stream()
			.flatMap((perSecond) -> Stream.of(Library.MAINSTAY, Library.MAINSTAY_10S)
				.map((library) -> Outage.of(library, perSecond)))
			.toList();
	}

	static String outages(List<Outage> outages) {
		StringBuilder csv = new StringBuilder(Outage.HEADER).append('\n');
		outages.forEach((outage) -> csv.append(outage.csv()).append('\n'));
		return csv.toString();
	}

	static String csv(List<AmplificationRow> rows) {
		StringBuilder csv = new StringBuilder(AmplificationRow.HEADER).append('\n');
		rows.forEach((row) -> csv.append(row.csv()).append('\n'));
		return csv.toString();
	}

}
