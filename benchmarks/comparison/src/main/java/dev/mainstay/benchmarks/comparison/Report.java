package dev.mainstay.benchmarks.comparison;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables of the documentation.
 */
final class Report {

	/** The libraries of which a reader will ask which version it was. */
	private static final List<String> NAMED = List.of("spring-boot-autoconfigure-", "logbook-core-",
			"resilience4j-spring-boot4-", "idempotent-core-", "error-handling-spring-boot-starter-");

	private final Options options;

	private final Machine machine;

	private final List<Results> results;

	Report(Options options, Machine machine, List<Results> results) {
		this.options = options;
		this.machine = machine;
		this.results = results;
	}

	String markdown() throws IOException {
		StringBuilder text = new StringBuilder();
		text.append("""
				On %s, load %s; %s. The median of %d rounds of %d s (of %d starts), the lowest and the highest in \
				brackets; ratios and differences are those of rounds beside each other. The load, the collector, the \
				dependency and PostgreSQL run on the same processors.

				""".formatted(this.machine.processors(), this.machine.load(), versions(), this.options.rounds(),
				this.options.duration().toSeconds(), this.options.starts()));
		for (Chart chart : Chart.values()) {
			text.append("![%s](%s)\n\n".formatted(chart.title(), chart.file()));
		}
		for (Results each : this.results) {
			text.append("### ").append(each.setting()).append("\n\n").append(new Targets(each).markdown());
			text.append(process(each)).append(saturation(each)).append(rates(each));
		}
		return text.toString().strip() + "\n";
	}

	private static String versions() throws IOException {
		List<String> libraries = Variant.ASSEMBLED.build().libraries();
		return NAMED.stream()
			.flatMap((name) -> libraries.stream().filter((library) -> library.startsWith(name)))
			.map((library) -> "`" + library.replaceFirst("\\.jar$", "") + "`")
			.collect(Collectors.joining(", "));
	}

	private static String process(Results results) {
		StringBuilder table = new StringBuilder("| | ").append(variants((variant) -> variant.toString()))
			.append(" |\n| --- | --- | --- | --- | --- |\n");
		if (!results.starts(Variant.BARE).isEmpty()) {
			row(table, "start, ms", (variant) -> Spread.of(results.starts(variant), Start::millis).format("%,.0f"));
			row(table, "heap after start and collection, MB",
					(variant) -> Spread.of(results.starts(variant), Start::megabytes).format("%.1f"));
		}
		row(table, "libraries", (variant) -> of(() -> String.valueOf(variant.build().libraries().size())));
		row(table, "executable jar, MB",
				(variant) -> of(() -> String.format(Locale.ROOT, "%.1f", variant.build().megabytes())));
		return table.append('\n').toString();
	}

	private static String of(Callable<String> cell) {
		try {
			return cell.call();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void row(StringBuilder table, String title, Function<Variant, String> cell) {
		table.append("| ").append(title).append(" | ").append(variants(cell)).append(" |\n");
	}

	private static String variants(Function<Variant, String> cell) {
		return Arrays.stream(Variant.values()).map(cell).collect(Collectors.joining(" | "));
	}

	private static String saturation(Results results) {
		StringBuilder table = new StringBuilder(
				"| at saturation | | requests a second | beside bare | beside assembled "
						+ "| CPU, µs | beside bare | beside assembled | allocated, KB | beside bare | beside assembled "
						+ "| p50, ms | p99, ms | p99.9, ms |\n")
			.append("| --- ".repeat(14))
			.append("|\n");
		for (Results.Case of : results.cases(true)) {
			for (Variant variant : Variant.values()) {
				List<Measured> rounds = results.rounds(of, variant);
				table.append("| %s | %s | ".formatted(of.operation(), variant))
					.append(beside(results, of, variant, "%,.0f", Measured::throughput))
					.append(beside(results, of, variant, "%.0f", Measured::cpuMicros))
					.append(beside(results, of, variant, "%.1f", Measured::kilobytes))
					.append(latencies(rounds));
			}
		}
		return table.append('\n').toString();
	}

	private static String beside(Results results, Results.Case of, Variant variant, String format,
			ToDoubleFunction<Measured> value) {
		return Spread.of(results.rounds(of, variant), value).format(format) + " | "
				+ ratios(results, of, variant, value);
	}

	private static String ratios(Results results, Results.Case of, Variant variant, ToDoubleFunction<Measured> value) {
		List<Measured> rounds = results.rounds(of, variant);
		return Stream
			.of(Spread.ratio(rounds, results.rounds(of, Variant.BARE), value).format("%.2f"),
					Spread.ratio(rounds, results.rounds(of, Variant.ASSEMBLED), value).format("%.2f"))
			.collect(Collectors.joining(" | ", "", " | "));
	}

	private static String latencies(List<Measured> rounds) {
		return Stream.<ToDoubleFunction<Measured>>of(Measured::p50, Measured::p99, Measured::p999)
			.map((value) -> Spread.of(rounds, value).format("%.2f"))
			.collect(Collectors.joining(" | ", "", failures(rounds) + " |\n"));
	}

	private static String failures(List<Measured> rounds) {
		double worst = Spread.of(rounds, Measured::failed).high();
		return (worst > 0) ? " (%.0f in a million failed)".formatted(worst) : "";
	}

	private static String rates(Results results) {
		StringBuilder table = new StringBuilder("| at a rate | | | CPU, µs | p99 beside bare | p99 beside assembled "
				+ "| p50, ms | p99, ms | p99.9, ms |\n")
			.append("| --- ".repeat(9))
			.append("|\n");
		for (Results.Case of : results.cases(false)) {
			for (Variant variant : Variant.values()) {
				List<Measured> rounds = results.rounds(of, variant);
				table.append("| %s | %s | %s | ".formatted(of.operation(), of.load(), variant))
					.append(Spread.of(rounds, Measured::cpuMicros).format("%.0f"))
					.append(" | ")
					.append(ratios(results, of, variant, Measured::p99))
					.append(latencies(rounds));
			}
		}
		return table.append('\n').toString();
	}

}
