package dev.mainstay.benchmarks.comparison;

import java.util.List;
import java.util.Locale;

/**
 * Draws a {@link Chart}. Not thread-safe.
 */
final class Drawing {

	private static final int LEFT = 60;

	private static final int WIDTH = 840;

	private static final int HEIGHT = 200;

	private static final int TOP = 80;

	private static final int PANEL = 290;

	private static final int TICKS = 5;

	private static final String[] COLOURS = { "#8c959f", "#bf8700", "#54aeff", "#0969da" };

	private final StringBuilder svg = new StringBuilder();

	Drawing(String title, int panels) {
		int height = TOP + panels * PANEL;
		line("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 920 %d\" font-family=\"sans-serif\" "
				+ "font-size=\"12\">", height);
		line("<title>%s</title>", title);
		line("<rect width=\"920\" height=\"%d\" fill=\"#ffffff\"/>", height);
		line("<text x=\"%d\" y=\"24\" font-size=\"16\" font-weight=\"bold\">%s</text>", LEFT, title);
	}

	String draw(List<Results> settings, Chart chart) {
		for (Variant variant : Variant.values()) {
			int x = LEFT + 200 * variant.ordinal();
			line("<rect x=\"%d\" y=\"38\" width=\"12\" height=\"12\" fill=\"%s\"/>", x, COLOURS[variant.ordinal()]);
			line("<text x=\"%d\" y=\"48\">%s</text>", x + 18, variant);
		}
		for (int i = 0; i < settings.size(); i++) {
			panel(settings.get(i), chart, TOP + i * PANEL);
		}
		return this.svg.append("</svg>\n").toString();
	}

	private void panel(Results results, Chart chart, int top) {
		List<Results.Case> cases = chart.cases(results);
		double highest = cases.stream()
			.flatMap((of) -> List.of(Variant.values()).stream().map((variant) -> chart.value(results, of, variant)))
			.mapToDouble(Spread::high)
			.max()
			.orElse(1);
		line("<text x=\"%d\" y=\"%d\" font-weight=\"bold\">%s</text>", LEFT, top, results.setting());
		Scale scale = new Scale(top + 20, highest);
		axis(scale);
		for (int i = 0; i < cases.size(); i++) {
			Results.Case of = cases.get(i);
			double width = (double) WIDTH / cases.size();
			double x = LEFT + i * width;
			for (Variant variant : Variant.values()) {
				bar(scale, chart.value(results, of, variant), x + width * (0.1 + 0.2 * variant.ordinal()), width * 0.18,
						COLOURS[variant.ordinal()]);
			}
			line("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>", x + width / 2, scale.top + HEIGHT + 18,
					label(of));
		}
	}

	private static String label(Results.Case of) {
		String operation = of.operation().toString().replace("`", "");
		return of.load().isSaturation() ? operation : operation + ", " + of.load();
	}

	private void axis(Scale scale) {
		for (int i = 0; i <= TICKS; i++) {
			double value = scale.highest * i / TICKS;
			line("<path d=\"M%d %.1fh%d\" stroke=\"#d0d7de\"/>", LEFT, scale.yOf(value), WIDTH);
			line("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.2f</text>", LEFT - 6, scale.yOf(value) + 4, value);
		}
	}

	/** As high as the median, with a line from the lowest to the highest. */
	private void bar(Scale scale, Spread spread, double x, double width, String colour) {
		line("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>", x, scale.yOf(spread.median()),
				width, scale.yOf(0) - scale.yOf(spread.median()), colour);
		line("<path d=\"M%.1f %.1fV%.1f\" stroke=\"#1f2328\"/>", x + width / 2, scale.yOf(spread.low()),
				scale.yOf(spread.high()));
	}

	private void line(String format, Object... arguments) {
		this.svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
	}

	/** Where values are, above the bottom of a panel. */
	private record Scale(int top, double highest) {

		double yOf(double value) {
			return this.top + HEIGHT * (1 - value / this.highest);
		}

	}

}
