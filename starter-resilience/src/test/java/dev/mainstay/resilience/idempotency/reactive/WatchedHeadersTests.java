package dev.mainstay.resilience.idempotency.reactive;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

class WatchedHeadersTests {

	private final AtomicInteger reads = new AtomicInteger();

	private final HttpHeaders original = new HttpHeaders();

	WatchedHeadersTests() {
		this.original.put("Idempotency-Key", List.of("k"));
		this.original.put("Accept", List.of("a", "b"));
	}

	private HttpHeaders watched() {
		return WatchedHeaders.of(this.original, this.reads::incrementAndGet);
	}

	@Test
	void whoAsksForTheKeyIsNoticedInAnyCaseAndThroughAWrapper() {
		assertThat(watched().getFirst("idempotency-key")).isEqualTo("k");
		assertThat(this.reads).hasValue(1);
		assertThat(HttpHeaders.readOnlyHttpHeaders(watched()).get("Idempotency-Key")).containsExactly("k");
		assertThat(this.reads).hasValue(2);
		assertThat(watched().getOrEmpty("IDEMPOTENCY-KEY")).containsExactly("k");
		assertThat(this.reads).hasValue(3);
	}

	@Test
	void whoAsksForAnotherHeaderOrForAllIsNot() {
		assertThat(watched().get("accept")).containsExactly("a", "b");
		assertThat(watched()).isEqualTo(this.original);
		HttpHeaders copy = new HttpHeaders();
		copy.addAll(watched());
		copy.putAll(watched());
		watched().forEach((name, values) -> assertThat(values).isNotEmpty());
		assertThat(watched().toSingleValueMap()).hasSize(2);
		assertThat(this.reads).hasValue(0);
	}

	@Test
	void originalIsNotChanged() {
		watched().remove("Accept");
		assertThat(this.original.get("Accept")).hasSize(2);
	}

}
