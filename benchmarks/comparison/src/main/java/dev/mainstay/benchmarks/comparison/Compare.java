package dev.mainstay.benchmarks.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures all builds, and writes what came of it.
 */
public final class Compare {

	private static final Logger logger = LoggerFactory.getLogger(Compare.class);

	private static final String COMPARE = "benchmarks/compare";

	private static final String SOAK = COMPARE + " --soak=30m";

	private static final String SCALE = COMPARE + " --scale=true";

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
		String command = commandOf(options);
		for (Path page : options.page()) {
			Page.check(page, command);
		}
		switch (command) {
			case SOAK -> soak(options);
			case SCALE -> scale(options);
			default -> compare(options);
		}
	}

	private static String commandOf(Options options) {
		if (!options.soak().isZero()) {
			return SOAK;
		}
		return options.scale() ? SCALE : COMPARE;
	}

	private static void compare(Options options) throws IOException, InterruptedException {
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
		write(options, COMPARE, new Report(options, machine.until(Machine.now()), results).markdown());
		for (Path page : options.page()) {
			for (Chart chart : Chart.values()) {
				Files.writeString(page.resolveSibling(chart.file()), chart.svg(results));
			}
		}
	}

	private static void soak(Options options) throws IOException, InterruptedException {
		Soak soak = new Soak(options.soak(), options.perSecond());
		Map<Variant, List<Memory>> samples = soak.run(options.settings().get(0).withTouchedHeap());
		write(options, SOAK, soak.markdown(samples));
		for (Path page : options.page()) {
			Files.writeString(page.resolveSibling("comparison-soak.svg"), new SoakChart(samples).svg());
		}
	}

	private static void scale(Options options) throws IOException, InterruptedException {
		Steps steps = Scale.measure(options.settings().get(0), options);
		write(options, SCALE, steps.markdown());
		for (Path page : options.page()) {
			Files.writeString(page.resolveSibling(StepsChart.FILE), new StepsChart(steps).svg());
		}
	}

	private static void write(Options options, String command, String tables) throws IOException {
		logger.info("\n{}", tables);
		for (Path page : options.page()) {
			Page.replace(page, command, tables);
		}
	}

	/** After each setting, so that little is lost when one fails. */
	private static void write(List<Results> results) throws IOException {
		Path target = Files.createDirectories(Path.of(System.getProperty("comparison.folder", "."), "target"));
		Files.writeString(target.resolve("rounds.csv"),
				results.stream().map(Results::csv).collect(Collectors.joining()));
	}

}
