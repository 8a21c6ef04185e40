package dev.mainstay.tests.external;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Draws what the panels at the top of the dashboard of a service show, in their places.
 */
final class SloChart {

	private static final String HURT = "Are users hurt?";

	private static final String BUDGET = "Which objective? Error budget left";

	private static final String BURN = "How fast? Burn rate of the last hour";

	private static final String SINCE = "Since when?";

	private static final String ROUTE = "Which route?";

	private static final String GROUP = "Which error group?";

	static final List<String> PANELS = List.of(HURT, BUDGET, BURN, SINCE, ROUTE, GROUP);

	private static final Map<String, String> COLOURS = Map.of("green", "#2da44e", "orange", "#fb8f24", "red",
			"#d1242f");

	private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

	private static final String HEAD = """
			<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 920 440" font-family="sans-serif" font-size="13">
			<title>The dashboard while a dependency is down: users are hurt, by payments, since when, on which route</title>
			<rect width="920" height="440" fill="#f6f8fa"/>
			""";

	private final Map<String, List<Reading>> panels;

	private final StringBuilder svg = new StringBuilder(HEAD);

	SloChart(List<Reading> readings) {
		this.panels = readings.stream()
			.collect(Collectors.groupingBy(Reading::panel, LinkedHashMap::new, Collectors.toList()));
	}

	String svg() {
		word(new Frame(10, 10, 190, 130, HURT));
		bars(new Frame(210, 10, 370, 130, BUDGET), 120, 1);
		bars(new Frame(590, 10, 320, 130, BURN), 120, 15);
		states(new Frame(10, 150, 900, 150, SINCE));
		bars(new Frame(10, 310, 300, 120, ROUTE), 120, 0);
		bars(new Frame(320, 310, 590, 120, GROUP), 450, 0);
		return this.svg.append("</svg>\n").toString();
	}

	private void word(Frame frame) {
		frame(frame);
		Reading reading = of(frame).get(0);
		line("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\" fill=\"%s\"/>", frame.x + 10, frame.y + 32,
				frame.width - 20, frame.height - 42, COLOURS.get(reading.colour()));
		line("<text x=\"%d\" y=\"%d\" font-size=\"44\" font-weight=\"bold\" text-anchor=\"middle\" fill=\"#ffffff\">%s</text>",
				frame.x + frame.width / 2, frame.y + 92, escaped(reading.text()));
	}

	/** A bar for each series, full at the largest value if no other is given. */
	private void bars(Frame frame, int names, double full) {
		frame(frame);
		List<Reading> readings = of(frame);
		double most = (full > 0) ? full : readings.stream().mapToDouble(Reading::value).max().orElse(1);
		int width = frame.width - names - ((full > 0) ? 100 : 60);
		for (int i = 0; i < readings.size(); i++) {
			Reading reading = readings.get(i);
			int y = frame.y + 36 + 30 * i;
			line("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>", frame.x + names, y + 16,
					escaped(reading.series()));
			line("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"22\" fill=\"#eaeef2\"/>", frame.x + names + 8, y,
					width);
			line("<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"22\" fill=\"%s\"/>", frame.x + names + 8, y,
					Math.max(3, width * Math.min(1, Math.max(0, reading.value() / most))),
					COLOURS.get(reading.colour()));
			line("<text x=\"%d\" y=\"%d\" font-weight=\"bold\" fill=\"%s\">%s</text>", frame.x + names + 14 + width,
					y + 16, COLOURS.get(reading.colour()), escaped(reading.text()));
		}
	}

	/** A line for each series, with the time at which a state other than good began. */
	private void states(Frame frame) {
		frame(frame);
		Timeline time = Timeline.of(of(frame), frame.x + 128, frame.width - 148);
		Map<String, List<Reading>> series = of(frame).stream()
			.collect(Collectors.groupingBy(Reading::series, LinkedHashMap::new, Collectors.toList()));
		int y = frame.y + 34;
		for (Map.Entry<String, List<Reading>> one : series.entrySet()) {
			line("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>", frame.x + 120, y + 16, escaped(one.getKey()));
			states(one.getValue(), time, y);
			y += 28;
		}
		for (Instant tick = time.firstTick(); !tick.isAfter(time.to()); tick = tick.plusSeconds(120)) {
			line("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#59636e\" font-size=\"11\">%s</text>",
					time.xOf(tick), y + 12, CLOCK.format(tick));
		}
	}

	private void states(List<Reading> readings, Timeline time, int y) {
		int begin = 0;
		for (int i = 1; i <= readings.size(); i++) {
			Reading first = readings.get(begin);
			if (i < readings.size() && readings.get(i).colour().equals(first.colour())) {
				continue;
			}
			double x = time.xOf(first.time());
			Instant end = (i < readings.size()) ? readings.get(i).time() : time.to();
			line("<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"22\" fill=\"%s\"/>", x, y, time.xOf(end) - x,
					COLOURS.get(first.colour()));
			if (!first.colour().equals("green")) {
				line("<text x=\"%.1f\" y=\"%d\" text-anchor=\"end\" font-weight=\"bold\" fill=\"#ffffff\">%s since %s</text>",
						x - 6, y + 16, escaped(first.text()), CLOCK.format(first.time()));
			}
			begin = i;
		}
	}

	private void frame(Frame frame) {
		line("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\" fill=\"#ffffff\" stroke=\"#d0d7de\"/>",
				frame.x, frame.y, frame.width, frame.height);
		line("<text x=\"%d\" y=\"%d\" font-weight=\"bold\">%s</text>", frame.x + 10, frame.y + 20,
				escaped(frame.panel));
	}

	private List<Reading> of(Frame frame) {
		return this.panels.getOrDefault(frame.panel, List.of());
	}

	private void line(String format, Object... arguments) {
		this.svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;");
	}

	private record Frame(int x, int y, int width, int height, String panel) {
	}

	/** From the first to the last reading, from left to right. */
	private record Timeline(Instant from, Instant to, int x, int width) {

		static Timeline of(List<Reading> readings, int x, int width) {
			return new Timeline(readings.stream().map(Reading::time).min(Instant::compareTo).orElseThrow(),
					readings.stream().map(Reading::time).max(Instant::compareTo).orElseThrow(), x, width);
		}

		double xOf(Instant time) {
			double share = (double) (time.getEpochSecond() - this.from.getEpochSecond())
					/ Math.max(1, this.to.getEpochSecond() - this.from.getEpochSecond());
			return this.x + this.width * share;
		}

		Instant firstTick() {
			return Instant.ofEpochSecond((this.from.getEpochSecond() + 119) / 120 * 120);
		}

	}

}
