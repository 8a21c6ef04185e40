package dev.mainstay.resilience.idempotency.metrics;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.mainstay.resilience.idempotency.Admission;
import dev.mainstay.resilience.idempotency.AfterFailure;
import dev.mainstay.resilience.idempotency.ClaimResult;
import dev.mainstay.resilience.idempotency.Idempotency;
import dev.mainstay.resilience.idempotency.IdempotencyListener;
import dev.mainstay.resilience.idempotency.IdempotencyResult;
import dev.mainstay.resilience.idempotency.IdempotencySettings;
import dev.mainstay.resilience.idempotency.IdempotencyStore;
import dev.mainstay.resilience.idempotency.InMemoryIdempotencyStore;
import dev.mainstay.resilience.idempotency.OnAbandoned;
import dev.mainstay.resilience.idempotency.OpenClaim;
import dev.mainstay.resilience.idempotency.Operation;
import dev.mainstay.resilience.idempotency.Retention;
import dev.mainstay.resilience.idempotency.StoredResponse;
import dev.mainstay.resilience.idempotency.WhenFull;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.docs.MeterDocumentation;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class IdempotencyMetricsTests {

	/** Over at once. */
	private static final Duration LEASE = Duration.ofNanos(1);

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
		assertThat(this.registry.getMeters().stream().filter(Counter.class::isInstance))
			.hasSize(IdempotencyResult.values().length + 4);
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

	@Test
	void whatBecomesOfOperationsIsCounted() {
		IdempotencyMetrics metrics = new IdempotencyMetrics(this.store);
		metrics.bindTo(this.registry);
		Idempotency idempotency = idempotency(this.store, metrics);
		OpenClaim claim = run(idempotency, "k");
		claim.complete(new StoredResponse(200, Map.of(), new byte[123]));
		this.store.abandon("lost", ((ClaimResult.Granted) this.store.claim(operation("lost"), LEASE)).token());
		OpenClaim stolen = run(idempotency, "lost");
		this.store.forget("lost");
		stolen.abandon();
		stolen.complete(new StoredResponse(200, Map.of(), new byte[1000]));
		assertThat(count("stored")).isEqualTo(123);
		assertThat(count("stolen")).isEqualTo(1);
		assertThat(count("lost")).isEqualTo(1);
		assertThat(count("store.failures")).isZero();
	}

	@Test
	void failuresOfTheStoreAreCounted() {
		IdempotencyMetrics metrics = new IdempotencyMetrics(null);
		metrics.bindTo(this.registry);
		IdempotencyStore broken = mock(IdempotencyStore.class);
		given(broken.claim(any(), any())).willReturn(new ClaimResult.Granted("t"))
			.willThrow(new IllegalStateException("down"));
		given(broken.release(any(), any())).willThrow(new IllegalStateException("down"));
		Idempotency idempotency = idempotency(broken, metrics);
		run(idempotency, "k").release();
		idempotency.admit(operation("k"));
		assertThat(count("store.failures")).isEqualTo(2);
		assertThat(count("lost")).isZero();
	}

	@Test
	void whatIsUnderWayIsShown() throws Exception {
		IdempotencyMetrics metrics = new IdempotencyMetrics(this.store);
		metrics.bindTo(this.registry);
		assertThat(gauge("in.flight")).isZero();
		Idempotency idempotency = idempotency(this.store, metrics);
		OpenClaim first = run(idempotency, "a");
		Thread.sleep(50);
		OpenClaim second = run(idempotency, "b");
		assertThat(gauge("in.flight")).isEqualTo(2);
		assertThat(gauge("in.flight.age")).isBetween(0.05, 60.0);
		first.release();
		second.abandon();
		assertThat(gauge("in.flight")).isZero();
		assertThat(gauge("in.flight.age")).isZero();
	}

	private static Operation operation(String key) {
		return new Operation(key, "f", "caller of " + key);
	}

	private static Idempotency idempotency(IdempotencyStore store, IdempotencyListener listener) {
		IdempotencySettings settings = new IdempotencySettings(false, LEASE, 100, 100, AfterFailure.AUTO,
				OnAbandoned.RE_EXECUTE, WhenFull.RUN, IdempotencySettings.DEFAULT_REPLAYED_HEADERS);
		return new Idempotency(store, settings, List.of(listener));
	}

	private static OpenClaim run(Idempotency idempotency, String key) {
		return ((Admission.Run) idempotency.admit(operation(key))).claim();
	}

	private double count(String meter) {
		return this.registry.get("mainstay.idempotency." + meter).counter().count();
	}

	private double gauge(String meter) {
		return this.registry.get("mainstay.idempotency." + meter).gauge().value();
	}

}
