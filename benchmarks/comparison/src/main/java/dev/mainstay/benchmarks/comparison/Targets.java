package dev.mainstay.benchmarks.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What was to be reached in one setting, and what was.
 */
final class Targets {

	private static final List<Variant> OURS = List.of(Variant.REPORT, Variant.ENFORCE);

	private static final List<Figure> FIGURES = List.of(new Figure("throughput", true, Measured::throughput),
			new Figure("CPU", false, Measured::cpuMicros), new Figure("bytes", false, Measured::kilobytes),
			new Figure("p50", false, Measured::p50), new Figure("p99", false, Measured::p99),
			new Figure("p99.9", false, Measured::p999));

	private final Results results;

	private final StringBuilder table = new StringBuilder("| target | | measured | |\n| --- | --- | --- | --- |\n");

	Targets(Results results) {
		this.results = results;
	}

	String markdown() {
		for (Variant variant : OURS) {
			ofStart(variant);
			for (Results.Case of : this.results.cases(true)) {
				ofRequest(variant, of);
			}
			behind(variant);
		}
		return this.table.append('\n').toString();
	}

	private void ofStart(Variant variant) {
		List<Start> of = this.results.starts(variant);
		List<Start> bare = this.results.starts(Variant.BARE);
		if (!of.isEmpty()) {
			atMost(variant, "start at most 300 ms more", Spread.difference(of, bare, Start::millis), "%,.0f ms", 300);
			atMost(variant, "heap at most 15 MB more", Spread.difference(of, bare, Start::megabytes), "%.1f MB", 15);
		}
	}

	private void ofRequest(Variant variant, Results.Case of) {
		List<Measured> ours = this.results.rounds(of, variant);
		List<Measured> bare = this.results.rounds(of, Variant.BARE);
		Spread throughput = Spread.ratio(ours, bare, Measured::throughput);
		row(variant, of.operation() + ": at least 0.85 of bare throughput", throughput.format("%.2f"),
				throughput.median() >= 0.85);
		atMost(variant, of.operation() + ": CPU at most 15 µs more", Spread.difference(ours, bare, Measured::cpuMicros),
				"%.0f µs", 15);
		atMost(variant, of.operation() + ": at most 8 KB more", Spread.difference(ours, bare, Measured::kilobytes),
				"%.1f KB", 8);
	}

	private void atMost(Variant variant, String target, Spread measured, String format, double most) {
		row(variant, target, measured.format(format), measured.median() <= most);
	}

	/** Where the build that was assembled by hand is better. */
	private void behind(Variant variant) {
		List<String> behind = new ArrayList<>();
		for (boolean saturation : new boolean[] { true, false }) {
			for (Results.Case of : this.results.cases(saturation)) {
				FIGURES.stream()
					.filter((figure) -> saturation || !figure.more())
					.filter((figure) -> figure.ratio(this.results, of, variant).median() < 1)
					.map((figure) -> "%s of %s, %s: %s".formatted(figure.name(), of.operation(), of.load(),
							figure.ratio(this.results, of, variant).format("%.2f")))
					.forEach(behind::add);
			}
		}
		row(variant, "better than assembled by hand in every figure",
				behind.isEmpty() ? "all" : behind.stream().collect(Collectors.joining("; ", "times as good: ", "")),
				behind.isEmpty());
	}

	private void row(Variant variant, String target, String measured, boolean met) {
		this.table.append("| %s | %s | %s | %s |%n".formatted(target, variant, measured, met ? "met" : "**missed**"));
	}

	/** Something that is better if there is more of it, or less. */
	private record Figure(String name, boolean more, ToDoubleFunction<Measured> value) {

		/** How many times as good as assembled by hand. */
		Spread ratio(Results results, Results.Case of, Variant variant) {
			List<Measured> ours = results.rounds(of, variant);
			List<Measured> assembled = results.rounds(of, Variant.ASSEMBLED);
			return this.more ? Spread.ratio(ours, assembled, this.value) : Spread.ratio(assembled, ours, this.value);
		}

	}

}
