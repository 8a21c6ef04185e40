package dev.mainstay.benchmarks.calls;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Draws what a dependency gets and what becomes of the requests, by their rate.
 */
final class AmplificationChart {

	private static final int[] RATES = { 5, 20, 200, 1000 };

	private static final int WIDTH = 360;

	private static final int HEIGHT = 220;

	private static final String[] COLOURS = { "#8c959f", "#0969da", "#54aeff", "#cf222e", "#bf8700", "#8250df",
			"#1a7f37" };

	private static final String HEAD = """
			<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 920 700" font-family="sans-serif" font-size="12">
			<title>Calls at a failing dependency, and requests that succeed, by library and rate</title>
			<rect width="920" height="700" fill="#ffffff"/>
			""";

	private final List<AmplificationRow> rows;

	private final StringBuilder svg = new StringBuilder(HEAD);

	AmplificationChart(List<AmplificationRow> rows) {
		this.rows = rows;
	}

	String svg() {
		panel(new Panel(70, 40, "Everything fails: calls per request", 100, 1, 4), AmplificationRow::callsPerRequest);
		panel(new Panel(520, 40, "Half fails: calls per request", 50, 1, 4), AmplificationRow::callsPerRequest);
		panel(new Panel(70, 340, "A tenth fails: % of requests that succeed", 10, 90, 100),
				AmplificationRow::successPercent);
		panel(new Panel(520, 340, "Half fails: % of requests that succeed", 50, 50, 100),
				AmplificationRow::successPercent);
		for (Library library : Library.values()) {
			int x = 70 + 215 * (library.ordinal() % 4);
			int y = 640 + 22 * (library.ordinal() / 4);
			line("<path d=\"M%d %dh24\" stroke=\"%s\" stroke-width=\"3\"/>", x, y, COLOURS[library.ordinal()]);
			line("<text x=\"%d\" y=\"%d\">%s</text>", x + 30, y + 4, library.title());
		}
		return this.svg.append("</svg>\n").toString();
	}

	private void panel(Panel panel, ToDoubleFunction<AmplificationRow> value) {
		line("<text x=\"%d\" y=\"%d\" font-size=\"14\" font-weight=\"bold\">%s</text>", panel.x, panel.y - 14,
				panel.title);
		axes(panel);
		if (panel.isOfCalls()) {
			line("<path d=\"M%d %.1fh%d\" stroke=\"#0969da\" stroke-dasharray=\"4 4\"/>", panel.x, panel.yOf(1.1),
					WIDTH);
			line("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\" fill=\"#0969da\">the bound: 1.1</text>",
					panel.x + WIDTH, panel.yOf(1.1) - 20);
		}
		for (Library library : Library.values()) {
			lineOf(panel, library, value);
		}
	}

	private void axes(Panel panel) {
		for (int tick = 0; tick <= panel.ticks(); tick++) {
			double at = panel.from + tick * (panel.to - panel.from) / panel.ticks();
			line("<path d=\"M%d %.1fh%d\" stroke=\"#d0d7de\"/>", panel.x, panel.yOf(at), WIDTH);
			line("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>", panel.x - 6, panel.yOf(at) + 4,
					String.format(Locale.ROOT, panel.isOfCalls() ? "%.1f" : "%.0f", at));
		}
		for (int rate : RATES) {
			line("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d/s</text>", panel.xOf(rate), panel.y + HEIGHT + 18,
					rate);
		}
	}

	/** Failsafe makes as many calls as Resilience4j, whose line is to be seen as well. */
	private void lineOf(Panel panel, Library library, ToDoubleFunction<AmplificationRow> value) {
		StringBuilder points = new StringBuilder();
		for (AmplificationRow row : this.rows) {
			if (row.library() == library && row.failing() == panel.failing) {
				double x = panel.xOf(row.perSecond());
				double y = panel.yOf(value.applyAsDouble(row));
				points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
				line("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>", x, y, COLOURS[library.ordinal()]);
			}
		}
		line("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s/>", points.toString().strip(),
				COLOURS[library.ordinal()], (library == Library.FAILSAFE) ? " stroke-dasharray=\"8 8\"" : "");
	}

	private void line(String format, Object... arguments) {
		this.svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
	}

	/** One coordinate system; rates are on a logarithmic scale. */
	private record Panel(int x, int y, String title, int failing, double from, double to) {

		boolean isOfCalls() {
			return this.from == 1;
		}

		int ticks() {
			return isOfCalls() ? 6 : 5;
		}

		double xOf(int rate) {
			return this.x + WIDTH * Math.log(rate / 4.0) / Math.log(1250 / 4.0);
		}

		double yOf(double value) {
			return this.y + HEIGHT * (this.to - value) / (this.to - this.from);
		}

	}

}
