package dev.mainstay.benchmarks.service;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A service whose collector takes connections and never answers, beside one whose
 * collector is well, under load in turns. They are compared before, too, as two processes
 * of the same service differ. The collector hangs for ten minutes, or for
 * {@code mainstay.torture.seconds}.
 */
class HungCollectorTests {

	private static final Logger logger = LoggerFactory.getLogger(HungCollectorTests.class);

	private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("mainstay.torture.seconds", 600));

	private static final Duration WARM_UP = Duration.ofSeconds(30);

	private static final Duration WINDOW = Duration.ofSeconds(1);

	private static final int PARTS = 4;

	private static final long MAX_HEAP_DELTA = 20L * 1024 * 1024;

	/** The target is 2 % more; a time is a gate at three times that. */
	private static final double MAX_LATENCY = 1.06;

	private static final double MAX_BYTES = 1.1;

	private final Load load = new Load(2);

	private final Collector wellCollector = new Collector();

	private final Collector otherCollector = new Collector();

	private Service wellService;

	private Service otherService;

	HungCollectorTests() throws IOException {
	}

	@BeforeEach
	void start() throws IOException, InterruptedException {
		this.wellService = Service.start(Variant.DEFAULTS, this.wellCollector.endpoint());
		this.otherService = Service.start(Variant.DEFAULTS, this.otherCollector.endpoint());
		compare(WARM_UP.multipliedBy(2));
	}

	@AfterEach
	void stop() {
		for (Service service : new Service[] { this.otherService, this.wellService }) {
			if (service != null) {
				service.close();
			}
		}
		this.otherCollector.close();
		this.wellCollector.close();
		this.load.close();
	}

	@Test
	@Timeout(value = 1, unit = TimeUnit.HOURS)
	void noRequestWaitsAndNothingPilesUp() throws IOException, InterruptedException {
		Compared before = compare(LENGTH.dividedBy(PARTS));
		long heap = this.otherService.liveBytes();
		double warnings = metric("logback_events_total\\{[^}]*level=\"warn\"");
		assertThat(metric("mainstay_telemetry_dropped_total")).as("dropped while all was well").isZero();
		this.otherCollector.hang();
		Compared after = new Compared();
		for (int i = 0; i < PARTS; i++) {
			after.addAll(compare(LENGTH.dividedBy(PARTS)));
			long delta = this.otherService.liveBytes() - heap;
			logger.info("Heap {} bytes more, p99 {} times the other's, before {}", delta,
					after.ratio(Round::slowMicros), before.ratio(Round::slowMicros));
			assertThat(delta).as("live heap, in bytes more than before").isLessThan(MAX_HEAP_DELTA);
			assertThat(this.otherService.get("/actuator/health/readiness")).contains("UP");
		}
		assertThat(metric("mainstay_telemetry_dropped_total")).as("dropped").isPositive();
		assertThat(metric("logback_events_total\\{[^}]*level=\"warn\"") - warnings).as("warnings")
			.isBetween(1.0, 2.0 + LENGTH.toMinutes());
		assertThat(after.ratio(Round::bytes)).as("bytes").isLessThan(MAX_BYTES * before.ratio(Round::bytes));
		assertThat(after.ratio(Round::slowMicros)).as("p99").isLessThan(MAX_LATENCY * before.ratio(Round::slowMicros));
	}

	/** Each service is under load for half of the time. */
	private Compared compare(Duration length) throws IOException, InterruptedException {
		Compared compared = new Compared();
		for (long i = 0; i < length.dividedBy(WINDOW) / 2; i++) {
			compared.well.add(Round.of(this.wellService, this.load, WINDOW));
			compared.other.add(Round.of(this.otherService, this.load, WINDOW));
		}
		return compared;
	}

	private double metric(String name) throws IOException {
		Matcher matcher = Pattern.compile("(?m)^" + name + "[^ ]* (\\S+)")
			.matcher(this.otherService.get("/actuator/prometheus"));
		return matcher.results().mapToDouble((result) -> Double.parseDouble(result.group(1))).sum();
	}

	/**
	 * Rounds of both services, beside each other.
	 */
	private static final class Compared {

		private final List<Round> well = new ArrayList<>();

		private final List<Round> other = new ArrayList<>();

		void addAll(Compared more) {
			this.well.addAll(more.well);
			this.other.addAll(more.other);
		}

		double ratio(ToDoubleFunction<Round> value) {
			return Rounds.ratio(this.other, this.well, value);
		}

	}

}
