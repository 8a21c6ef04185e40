package dev.mainstay.benchmarks.comparison;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Draws what is on the heap, by the minute.
 */
final class SoakChart {

	private static final int WIDTH = 820;

	private static final int HEIGHT = 280;

	private static final Map<Variant, String> COLOURS = Map.of(Variant.BARE, "#8c959f", Variant.ENFORCE, "#0969da");

	private final Map<Variant, List<Memory>> samples;

	private final double highest;

	private final double longest;

	private final StringBuilder svg = new StringBuilder("""
			<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 920 380" font-family="sans-serif" font-size="12">
			<title>Heap after a collection, at a steady rate</title>
			<rect width="920" height="380" fill="#ffffff"/>
			<text x="60" y="24" font-size="16" font-weight="bold">Heap after a collection, at a steady rate</text>
			""");

	SoakChart(Map<Variant, List<Memory>> samples) {
		this.samples = samples;
		this.highest = samples.values().stream().flatMap(List::stream).mapToDouble(Memory::live).max().orElse(1) * 1.2;
		this.longest = samples.values().stream().flatMap(List::stream).mapToDouble(Memory::seconds).max().orElse(1);
	}

	String svg() {
		for (int i = 0; i <= 5; i++) {
			double value = this.highest * i / 5;
			line("<path d=\"M60 %.1fh%d\" stroke=\"#d0d7de\"/>", yOf(value), WIDTH);
			line("<text x=\"54\" y=\"%.1f\" text-anchor=\"end\">%.0f MB</text>", yOf(value) + 4, value);
			double minutes = this.longest / 60 * i / 5;
			line("<text x=\"%.1f\" y=\"350\" text-anchor=\"middle\">%.1f min</text>", xOf(minutes * 60), minutes);
		}
		this.samples.forEach(this::lineOf);
		return this.svg.append("</svg>\n").toString();
	}

	private void lineOf(Variant variant, List<Memory> samples) {
		StringBuilder points = new StringBuilder();
		samples.forEach((memory) -> points
			.append(String.format(Locale.ROOT, "%.1f,%.1f ", xOf(memory.seconds()), yOf(memory.live()))));
		line("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>", points.toString().strip(),
				COLOURS.get(variant));
		line("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\" fill=\"%s\">%s</text>", 60 + WIDTH,
				yOf(samples.get(samples.size() - 1).live()) - 8, COLOURS.get(variant), variant);
	}

	private double xOf(double seconds) {
		return 60 + WIDTH * seconds / this.longest;
	}

	private double yOf(double megabytes) {
		return 50 + HEIGHT * (1 - megabytes / this.highest);
	}

	private void line(String format, Object... arguments) {
		this.svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
	}

}
