package dev.mainstay.benchmarks.comparison;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Draws what a request takes of the processors with more and more of something, beside
 * the fewest: a group of bars for each thing. Not thread-safe.
 */
final class StepsChart {

	/** Beside the page. */
	static final String FILE = "comparison-scale.svg";

	private static final int LEFT = 420;

	private static final int WIDTH = 420;

	private static final int BAR = 18;

	private static final int GAP = 14;

	private final Steps steps;

	private final double most;

	private final StringBuilder svg = new StringBuilder();

	private int top = 50;

	StepsChart(Steps steps) {
		this.steps = steps;
		this.most = steps.series()
			.values()
			.stream()
			.flatMap((points) -> points.values()
				.stream()
				.map((rounds) -> cpu(rounds).high() / cpu(points.firstEntry().getValue()).median()))
			.mapToDouble(Double::doubleValue)
			.max()
			.orElse(1);
	}

	private static Spread cpu(List<Measured> rounds) {
		return Spread.of(rounds, Measured::cpuMicros);
	}

	String svg() {
		int bars = this.steps.series().values().stream().mapToInt(Map::size).sum();
		int height = this.top + bars * BAR + this.steps.series().size() * GAP + 20;
		line("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 920 %d\" font-family=\"sans-serif\" "
				+ "font-size=\"12\">", height);
		line("<title>CPU of a request, beside that with the fewest</title>");
		line("<rect width=\"920\" height=\"%d\" fill=\"#ffffff\"/>", height);
		line("<text x=\"10\" y=\"24\" font-size=\"16\" font-weight=\"bold\">"
				+ "CPU of a request, beside that with the fewest</text>");
		this.steps.series().forEach((of, points) -> {
			double fewest = cpu(points.firstEntry().getValue()).median();
			points.forEach((count, rounds) -> bar(String.format(Locale.ROOT, "%s: %,d", of.replace("`", ""), count),
					cpu(rounds), fewest));
			this.top += GAP;
		});
		return this.svg.append("</svg>\n").toString();
	}

	/** As long as the median, with a line from the lowest to the highest. */
	private void bar(String label, Spread cpu, double fewest) {
		double y = this.top + BAR / 2.0;
		line("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>", LEFT - 8, y + 4, label);
		line("<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"#54aeff\"/>", LEFT, this.top + 2,
				length(cpu.median() / fewest), BAR - 4);
		line("<path d=\"M%.1f %.1fH%.1f\" stroke=\"#1f2328\"/>", LEFT + length(cpu.low() / fewest), y,
				LEFT + length(cpu.high() / fewest));
		line("<text x=\"%.1f\" y=\"%.1f\">%.2f</text>", LEFT + length(cpu.high() / fewest) + 6, y + 4,
				cpu.median() / fewest);
		this.top += BAR;
	}

	private double length(double ratio) {
		return WIDTH * ratio / this.most;
	}

	private void line(String format, Object... arguments) {
		this.svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
	}

}
