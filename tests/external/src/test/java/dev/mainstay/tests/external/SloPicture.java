package dev.mainstay.tests.external;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the picture of the dashboard in the documentation: the hardened sample runs well
 * for a while, then its provider fails each charge, and what the panels at the top of the
 * generated dashboard show then is asked of a real Prometheus.
 */
final class SloPicture {

	static final String DATA = "slo-dashboard.csv";

	static final String PICTURE = "slo-dashboard.svg";

	private static final Duration WELL = Duration.ofMinutes(10);

	private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(6);

	private static final String PAGE = "ALERTS{alertstate=\"firing\",severity=\"page\"}";

	private SloPicture() {
	}

	/**
	 * Play the incident, which takes a quarter of an hour, and write data and picture.
	 * @param args the directory of the documentation
	 * @throws IOException if they cannot be written
	 */
	public static void main(String[] args) throws IOException {
		Path docs = Path.of(args[0]);
		List<Reading> readings = play(Files.createTempDirectory("slo-picture"));
		Files.write(docs.resolve(DATA),
				Stream.concat(Stream.of(Reading.HEADER), readings.stream().map(Reading::csv)).toList());
		Files.writeString(docs.resolve(PICTURE), draw(Files.readAllLines(docs.resolve(DATA))));
	}

	static String draw(List<String> data) {
		return new SloChart(data.stream().skip(1).map(Reading::parse).toList()).svg();
	}

	private static List<Reading> play(Path folder) throws IOException {
		try (ObservedOrders orders = ObservedOrders.start();
				Prometheus prometheus = Prometheus.start(folder, ShownPanel.STEP, orders.files().rules(),
						orders.port());
				Visitors visitors = Visitors.send(orders, Duration.ofMillis(200))) {
			Instant begin = Instant.now();
			LockSupport.parkNanos(WELL.toNanos());
			orders.breakPayments();
			Instant end = Instant.now().plus(LONGEST_OUTAGE);
			while (prometheus.now(PAGE).isEmpty() && Instant.now().isBefore(end)) {
				LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
			}
			LockSupport.parkNanos(Duration.ofMinutes(2).toNanos());
			return read(orders.files().dashboard(), prometheus, begin);
		}
	}

	private static List<Reading> read(String dashboard, Prometheus prometheus, Instant begin) {
		return new JsonMapper().readTree(dashboard)
			.path("panels")
			.valueStream()
			.map(ShownPanel::new)
			.filter((panel) -> SloChart.PANELS.contains(panel.title()))
			.flatMap((panel) -> panel.read(prometheus, begin, Instant.now()).stream())
			.toList();
	}

}
