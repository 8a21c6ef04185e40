package dev.mainstay.samples.badday;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Starts the two services alternately and compares what they cost. Times and heaps are
 * medians, the spread stands beside them.
 */
final class Measurement {

	private static final Pattern USED = Pattern.compile("used (\\d+)K");

	private final Options options;

	private final Processes processes;

	private final PrintStream out;

	Measurement(Options options, Processes processes, PrintStream out) {
		this.options = options;
		this.processes = processes;
		this.out = out;
	}

	/**
	 * Measures and returns the result as a table in Markdown.
	 */
	String run() {
		List<Start> bare = new ArrayList<>();
		List<Start> hardened = new ArrayList<>();
		for (int i = 1; i <= this.options.measure(); i++) {
			bare.add(start(this.options.bare(), i));
			hardened.add(start(this.options.hardened(), i));
		}
		Libraries bareJars = Libraries.in(this.options.bare().jar());
		Libraries hardenedJars = Libraries.in(this.options.hardened().jar());
		return header() + row("Start, process to ready (s)", Start.seconds(bare), Start.seconds(hardened), "%.2f")
				+ row("Heap after start and collection (MB)", Start.megabytes(bare), Start.megabytes(hardened), "%.1f")
				+ "| Jars in `BOOT-INF/lib` | %d | %d | %+d |%n".formatted(bareJars.count(), hardenedJars.count(),
						hardenedJars.count() - bareJars.count())
				+ String.format(Locale.ROOT, "| Their size (MB) | %.1f | %.1f | %+.1f |%n", bareJars.megabytes(),
						hardenedJars.megabytes(), hardenedJars.megabytes() - bareJars.megabytes())
				+ "\nBeyond the bare service's: " + String.join(", ", hardenedJars.namesBeyond(bareJars));
	}

	private String header() {
		return "\nMedian of %d starts each, alternating (lowest to highest); JDK %s, %d processors.%n%n".formatted(
				this.options.measure(), System.getProperty("java.version"), Runtime.getRuntime().availableProcessors())
				+ "| | bare | hardened | difference |\n| --- | --- | --- | --- |\n";
	}

	private static String row(String name, Spread bare, Spread hardened, String format) {
		return "| %s | %s | %s | %s |%n".formatted(name, bare.format(format), hardened.format(format),
				String.format(Locale.ROOT, format.replace("%", "%+"), hardened.median() - bare.median()));
	}

	private Start start(Service service, int number) {
		Secrets secrets = Secrets.plant();
		createLogs();
		JavaProcess process = service.start(List.of(), this.options.logs(), "http://127.0.0.1:1", secrets);
		this.processes.add(process.process());
		double seconds = Double.parseDouble(process.awaitOutput(Service.STARTED));
		Jdk.ask(process.process(), "GC.run");
		double megabytes = heap(Jdk.ask(process.process(), "GC.heap_info"));
		this.processes.stop(process.process());
		this.out.println(
				String.format(Locale.ROOT, "%2d  %-8s  %.2f s  %.1f MB", number, service.name(), seconds, megabytes));
		return new Start(seconds, megabytes);
	}

	private void createLogs() {
		try {
			Files.createDirectories(this.options.logs());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Sums what the parts of the heap use; the lines behind them are about the metaspace.
	 */
	static double heap(String info) {
		return USED.matcher(info.split("Metaspace")[0])
			.results()
			.map((MatchResult match) -> match.group(1))
			.mapToLong(Long::parseLong)
			.sum() / 1024.0;
	}

	private record Start(double seconds, double megabytes) {

		static Spread seconds(List<Start> starts) {
			return Spread.of(starts.stream().mapToDouble(Start::seconds));
		}

		static Spread megabytes(List<Start> starts) {
			return Spread.of(starts.stream().mapToDouble(Start::megabytes));
		}

	}

}
