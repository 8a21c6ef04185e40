package dev.mainstay.observability.cardinality;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.observability.masking.MaskingEngine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.micrometer.metrics.MaximumAllowableTagsMeterFilter;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class FoldedUrisTests {

	private static final String METER = "http.client.requests";

	private static final String PROPERTY = "management.metrics.web.client.max-uri-tags";

	@Test
	void countsWhatHasNoRoomAsOther(CapturedOutput output) {
		MeterRegistry registry = registry(3);
		IntStream.range(0, 100).forEach((i) -> count(registry, "/orders/" + i, "200"));
		count(registry, "/orders/0", "500");
		count(registry, "/orders/7", "500");
		assertThat(uris(registry)).containsExactlyInAnyOrder("/orders/0", "/orders/1", FoldedUris.OTHER);
		assertThat(total(registry)).isEqualTo(102);
		assertThat(registry.get(METER).tag("uri", "/orders/0").timers()).hasSize(2);
		assertThat(registry.get(METER).tag("uri", FoldedUris.OTHER).tag("status", "500").timer().count()).isOne();
		assertThat(output.toString().split("has 3 values of uri: /orders/2 and what comes after")).hasSize(2);
		assertThat(output).contains("raise " + PROPERTY);
	}

	@Test
	void leavesOtherMetersAndALimitOfNothingAlone() {
		MeterRegistry registry = registry(1);
		Timer.builder("other").tag("uri", "/a").register(registry);
		assertThat(registry.get("other").tag("uri", "/a").timer()).isNotNull();
		count(registry, "/a", "200");
		assertThat(uris(registry)).containsExactly(FoldedUris.OTHER);
		MeterRegistry none = registry(0);
		count(none, "/a", "200");
		assertThat(none.find(METER).timers()).isEmpty();
	}

	@Test
	void masksTheOneThatItNames(CapturedOutput output) {
		MeterRegistry registry = registry(1);
		count(registry, "/orders?password=hunter2&id=" + "/x".repeat(300), "200");
		assertThat(output).contains("/orders?password=[masked]").doesNotContain("hunter2");
	}

	@Test
	void staysWithinTheLimitWhateverComesAtOnce() {
		MeterRegistry registry = registry(10);
		IntStream.range(0, 5000).parallel().forEach((i) -> count(registry, "/orders/" + (i % 500), "200"));
		assertThat(uris(registry)).hasSize(10);
		assertThat(total(registry)).isEqualTo(5000);
	}

	/** As Spring Boot makes one. */
	private static MeterRegistry registry(int max) {
		MeterRegistry registry = new SimpleMeterRegistry();
		TextMasker masker = MaskingEngine.create(List.of());
		registry.config()
			.meterFilter(new MaximumAllowableTagsMeterFilter(METER, "uri", max))
			.meterFilter(new FoldedUris(METER, max, PROPERTY, masker));
		return registry;
	}

	private static void count(MeterRegistry registry, String uri, String status) {
		Timer.builder(METER).tag("uri", uri).tag("status", status).register(registry).record(Duration.ofMillis(1));
	}

	private static List<String> uris(MeterRegistry registry) {
		return registry.get(METER).timers().stream().map((timer) -> timer.getId().getTag("uri")).distinct().toList();
	}

	private static long total(MeterRegistry registry) {
		return registry.get(METER).timers().stream().mapToLong(Timer::count).sum();
	}

}
