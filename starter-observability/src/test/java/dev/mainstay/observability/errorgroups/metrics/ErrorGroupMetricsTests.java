package dev.mainstay.observability.errorgroups.metrics;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;

import dev.mainstay.observability.errorgroups.ErrorGroupLimits;
import dev.mainstay.observability.errorgroups.ErrorGroups;
import dev.mainstay.observability.errorgroups.FailureContext;
import dev.mainstay.observability.errorgroups.FailureSamples;
import dev.mainstay.observability.errorgroups.FlightRecorder;
import dev.mainstay.observability.errorgroups.GroupNews;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorGroupMetricsTests {

	private final ErrorGroups groups = new ErrorGroups(new ErrorGroupLimits(200, 10, 1 << 16),
			new FlightRecorder(1 << 16, 5), new FailureSamples((text) -> text, "1"), new GroupNews(List::of),
			Clock.systemUTC());

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	@Test
	void theMetersAreThereFromTheStartAndHaveTheNamesOfTheDocumentation() {
		new ErrorGroupMetrics(this.groups, true).bindTo(this.registry);
		assertThat(this.registry.getMeters()).extracting((meter) -> meter.getId().getName())
			.containsExactlyInAnyOrderElementsOf(
					Arrays.stream(ErrorGroupMeters.values()).map(ErrorGroupMeters::getName).toList());
		assertThat(failures("other")).isZero();
	}

	@Test
	void failuresBeyondAHundredGroupsAreCountedTogetherAndNoneIsLost() {
		fail(0);
		new ErrorGroupMetrics(this.groups, true).bindTo(this.registry);
		for (int i = 0; i < 300; i++) {
			fail(i);
		}
		List<Meter> meters = List.copyOf(this.registry.find(ErrorGroupMeters.FAILURES.getName()).meters());
		assertThat(meters).hasSize(101);
		assertThat(this.registry.find(ErrorGroupMeters.FAILURES.getName())
			.functionCounters()
			.stream()
			.mapToDouble((counter) -> counter.count())
			.sum()).isEqualTo(301);
		assertThat(failures("other")).isEqualTo(200);
		assertThat(this.registry.get(ErrorGroupMeters.GROUPS.getName()).gauge().value()).isEqualTo(200);
		assertThat(this.registry.get(ErrorGroupMeters.LEFT.getName()).functionCounter().count()).isEqualTo(100);
	}

	@Test
	void switchedOffThereAreNone() {
		new ErrorGroupMetrics(this.groups, false).bindTo(this.registry);
		assertThat(this.registry.getMeters()).isEmpty();
	}

	private double failures(String group) {
		return this.registry.get(ErrorGroupMeters.FAILURES.getName()).tag("group", group).functionCounter().count();
	}

	private void fail(int i) {
		Exception failure = new IllegalStateException("no");
		failure.setStackTrace(new StackTraceElement[] { new StackTraceElement("shop.Shop", "pay" + i, null, 7) });
		this.groups.record(failure, new FailureContext(null, null, null));
	}

}
