package dev.mainstay.benchmarks.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures all builds, and writes what came of it.
 */
public final class Compare {

	private static final Logger logger = LoggerFactory.getLogger(Compare.class);

	private Compare() {
	}

	/**
	 * Measure, print the tables, and put them into the page if one is named.
	 * @param args {@code --name=value}, and {@code --quick}; see
	 * {@code benchmarks/compare}
	 * @throws IOException if a service does not answer
	 * @throws InterruptedException if interrupted
	 */
	public static void main(String[] args) throws IOException, InterruptedException {
		Options options = Options.of(args);
		Machine machine = Machine.now();
		List<Results> results = new ArrayList<>();
		try (Backends backends = Backends.start()) {
			for (Setting setting : options.settings()) {
				try (Comparison comparison = new Comparison(options, backends, setting)) {
					results.add(comparison.run());
				}
				write(results);
			}
		}
		String report = new Report(options, machine.until(Machine.now()), results).markdown();
		logger.info("\n{}", report);
		for (Path page : options.page()) {
			Page.replace(page, report);
			for (Chart chart : Chart.values()) {
				Files.writeString(page.resolveSibling(chart.file()), chart.svg(results));
			}
		}
	}

	/** After each setting, so that little is lost when one fails. */
	private static void write(List<Results> results) throws IOException {
		Path target = Files.createDirectories(Path.of(System.getProperty("comparison.folder", "."), "target"));
		Files.writeString(target.resolve("rounds.csv"),
				results.stream().map(Results::csv).collect(Collectors.joining()));
	}

}
