package dev.mainstay.observability.logging;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class LoggingMetricsTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final MainstayLogFormatter formatter = new MainstayLogFormatter(new MockEnvironment());

	@Test
	void everyDocumentedMeterIsThereAndNoOther() {
		new LoggingMetrics(true).bindTo(this.registry);
		assertThat(this.registry.getMeters()).extracting((meter) -> meter.getId().getName())
			.containsExactlyInAnyOrderElementsOf(
					Arrays.stream(LoggingMeters.values()).map(LoggingMeters::getName).toList());
	}

	@Test
	void eachCountsWhatItSays() {
		new LoggingMetrics(true).bindTo(this.registry);
		Map<LoggingMeters, Double> before = counts();
		this.formatter.format(new UnreadableEvent());
		LoggedLine.of(this.formatter, (logger) -> logger.info("x".repeat(100_000)));
		LoggedLine.of(this.formatter, (logger) -> logger.info("y".repeat(100_000)));
		for (int i = 0; i < 3; i++) {
			LoggedLine.of(this.formatter, (logger) -> logger.atInfo().addKeyValue("message", 1).log("a"));
		}
		Map<LoggingMeters, Double> after = counts();
		assertThat(after.get(LoggingMeters.FAILURES) - before.get(LoggingMeters.FAILURES)).isEqualTo(1);
		assertThat(after.get(LoggingMeters.TRUNCATED) - before.get(LoggingMeters.TRUNCATED)).isEqualTo(2);
		assertThat(after.get(LoggingMeters.COLLISIONS) - before.get(LoggingMeters.COLLISIONS)).isEqualTo(3);
	}

	@Test
	void thereIsNoneWhenItIsSwitchedOff() {
		new LoggingMetrics(false).bindTo(this.registry);
		assertThat(this.registry.getMeters()).isEmpty();
	}

	private Map<LoggingMeters, Double> counts() {
		return Arrays.stream(LoggingMeters.values())
			.collect(Collectors.toMap((meter) -> meter,
					(meter) -> this.registry.get(meter.getName()).meter() instanceof FunctionCounter counter
							? counter.count() : -1.0));
	}

}
