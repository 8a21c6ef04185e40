package dev.mainstay.resilience.idempotency.metrics;

import java.time.Duration;
import java.util.Arrays;

import dev.mainstay.resilience.idempotency.IdempotencyResult;
import dev.mainstay.resilience.idempotency.InMemoryIdempotencyStore;
import dev.mainstay.resilience.idempotency.Operation;
import dev.mainstay.resilience.idempotency.Retention;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.docs.MeterDocumentation;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IdempotencyMetricsTests {

	private final MeterRegistry registry = new SimpleMeterRegistry();

	private final InMemoryIdempotencyStore store = new InMemoryIdempotencyStore(
			new Retention(Duration.ofHours(1), Duration.ofHours(1)), 10, 10_000, System::nanoTime);

	@Test
	void metersAreThoseOfTheDocumentation() {
		new IdempotencyMetrics(this.store).bindTo(this.registry);
		assertThat(this.registry.getMeters().stream().map((meter) -> meter.getId().getName()).distinct())
			.containsExactlyInAnyOrderElementsOf(
					Arrays.stream(IdempotencyMeters.values()).map(MeterDocumentation::getName).toList());
	}

	@Test
	void everyResultIsThereBeforeTheFirstRequest() {
		IdempotencyMetrics metrics = new IdempotencyMetrics(null);
		metrics.bindTo(this.registry);
		assertThat(this.registry.getMeters()).hasSize(IdempotencyResult.values().length);
		metrics.onResult(IdempotencyResult.IN_PROGRESS);
		assertThat(this.registry.get("mainstay.idempotency.requests").tag("result", "in-progress").counter().count())
			.isEqualTo(1);
		assertThat(this.registry.get("mainstay.idempotency.requests").tag("result", "created").counter().count())
			.isZero();
	}

	@Test
	void fillOfTheStoreIsShown() {
		new IdempotencyMetrics(this.store).bindTo(this.registry);
		this.store.claim(new Operation("k", "f", "c"), Duration.ofSeconds(1));
		assertThat(this.registry.get("mainstay.idempotency.records").gauge().value()).isEqualTo(1);
		assertThat(this.registry.get("mainstay.idempotency.bytes").gauge().value()).isPositive();
		assertThat(this.registry.getMeters()).extracting(Meter::getId)
			.extracting(Meter.Id::getDescription)
			.doesNotContainNull();
	}

}
