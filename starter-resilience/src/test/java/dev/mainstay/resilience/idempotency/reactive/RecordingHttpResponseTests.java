package dev.mainstay.resilience.idempotency.reactive;

import java.time.Duration;
import java.util.List;

import dev.mainstay.resilience.idempotency.AfterFailure;
import dev.mainstay.resilience.idempotency.OnAbandoned;
import dev.mainstay.resilience.idempotency.Admission;
import dev.mainstay.resilience.idempotency.Idempotency;
import dev.mainstay.resilience.idempotency.IdempotencyHeaders;
import dev.mainstay.resilience.idempotency.IdempotencySettings;
import dev.mainstay.resilience.idempotency.InMemoryIdempotencyStore;
import dev.mainstay.resilience.idempotency.Operation;
import dev.mainstay.resilience.idempotency.Retention;
import dev.mainstay.resilience.idempotency.WhenFull;
import org.junit.jupiter.api.Test;

import org.springframework.mock.http.server.reactive.MockServerHttpResponse;

import static org.assertj.core.api.Assertions.assertThat;

class RecordingHttpResponseTests {

	private final InMemoryIdempotencyStore store = new InMemoryIdempotencyStore(
			new Retention(Duration.ofHours(1), Duration.ofHours(1)), 100, 1_000_000, System::nanoTime);

	private final Idempotency idempotency = new Idempotency(this.store,
			new IdempotencySettings(false, Duration.ofSeconds(60), 1000, 1000, AfterFailure.AUTO, OnAbandoned.REJECT,
					WhenFull.RUN, IdempotencySettings.DEFAULT_REPLAYED_HEADERS),
			List.of());

	private final RecordingHttpResponse response = new RecordingHttpResponse(new MockServerHttpResponse(),
			this.idempotency, new StoreThreads(Duration.ofSeconds(1)));

	private Admission.Run claim() {
		return (Admission.Run) this.idempotency.admit(new Operation("k", "f", "c"));
	}

	@Test
	void claimThatIsGrantedWhenTheRequestHasEndedIsLetGo() {
		Admission.Run claim = claim();
		this.response.ended(true);
		this.response.arm(claim, (status) -> false);
		assertThat(this.response.isRecording()).isFalse();
		assertThat(this.store.entries()).isZero();
	}

	@Test
	void requestThatEndsWithoutAnAnswerLetsTheClaimGo() {
		this.response.arm(claim(), (status) -> false);
		assertThat(this.response.isRecording()).isTrue();
		this.response.markCreated();
		assertThat(this.response.getHeaders().getFirst(IdempotencyHeaders.STATUS)).isEqualTo("created");
		this.response.ended(false);
		assertThat(this.store.entries()).isZero();
	}

}
