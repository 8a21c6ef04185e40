package dev.mainstay.resilience.retry;

import java.util.Arrays;
import java.util.List;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RetryMetersTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final RetryMeters meters = new RetryMeters(List.of("default"));

	@Test
	void areAllThereBeforeTheFirstCall() {
		this.meters.bindTo(this.registry);
		assertThat(this.registry.getMeters()).hasSize(FailureKind.values().length + Suppression.values().length);
		assertThat(retries("refused")).isZero();
	}

	@Test
	void countByReasonInEveryRegistry() {
		this.meters.bindTo(this.registry);
		SimpleMeterRegistry other = new SimpleMeterRegistry();
		this.meters.bindTo(other);
		this.meters.onRetry("default", FailureKind.REFUSED);
		this.meters.onSuppressed("default", Suppression.BUDGET);
		assertThat(retries("refused")).isEqualTo(1);
		assertThat(
				other.get("mainstay.http.client.retries.suppressed").tag("reason", "budget").functionCounter().count())
			.isEqualTo(1);
	}

	@Test
	void aClientThatIsHeardOfLaterHasItsOwn() {
		this.meters.bindTo(this.registry);
		this.meters.onRetry("other", FailureKind.REFUSED);
		this.meters.know("known");
		assertThat(retries("default", "refused")).isZero();
		assertThat(retries("other", "refused")).isEqualTo(1);
		assertThat(retries("known", "refused")).isZero();
	}

	@Test
	void namesWithoutEndAreNotCounted() {
		this.meters.bindTo(this.registry);
		for (int client = 0; client < 2000; client++) {
			this.meters.onRetry("client-" + client, FailureKind.REFUSED);
		}
		assertThat(this.registry.get("mainstay.http.client.retries").tag("failure", "refused").functionCounters())
			.hasSize(1000);
	}

	@Test
	void haveTheNamesAndTagsThatAreDocumented() {
		this.meters.bindTo(this.registry);
		assertThat(this.registry.getMeters()).extracting((meter) -> meter.getId().getName())
			.containsOnly(Arrays.stream(RetryMeterDocumentation.values())
				.map(RetryMeterDocumentation::getName)
				.toArray(String[]::new));
		for (RetryMeterDocumentation meter : RetryMeterDocumentation.values()) {
			assertThat(this.registry.get(meter.getName()).meters())
				.allSatisfy((registered) -> assertThat(tags(registered)).containsExactlyInAnyOrder(
						Arrays.stream(meter.getKeyNames()).map(KeyName::asString).toArray(String[]::new)));
		}
	}

	private static String[] tags(Meter meter) {
		return meter.getId().getTags().stream().map((tag) -> tag.getKey()).toArray(String[]::new);
	}

	private double retries(String reason) {
		return retries("default", reason);
	}

	private double retries(String client, String reason) {
		return this.registry.get("mainstay.http.client.retries")
			.tags("client", client, "failure", reason)
			.functionCounter()
			.count();
	}

}
