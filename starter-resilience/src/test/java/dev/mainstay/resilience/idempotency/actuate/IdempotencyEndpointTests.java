package dev.mainstay.resilience.idempotency.actuate;

import java.security.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.mainstay.resilience.idempotency.AfterFailure;
import dev.mainstay.resilience.idempotency.ClaimResult;
import dev.mainstay.resilience.idempotency.Idempotency;
import dev.mainstay.resilience.idempotency.IdempotencyMode;
import dev.mainstay.resilience.idempotency.IdempotencyRecords;
import dev.mainstay.resilience.idempotency.IdempotencySettings;
import dev.mainstay.resilience.idempotency.IdempotencyStore;
import dev.mainstay.resilience.idempotency.InMemoryIdempotencyStore;
import dev.mainstay.resilience.idempotency.OnAbandoned;
import dev.mainstay.resilience.idempotency.Operation;
import dev.mainstay.resilience.idempotency.Outcome;
import dev.mainstay.resilience.idempotency.Retention;
import dev.mainstay.resilience.idempotency.WhenFull;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.audit.AuditEvent;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

class IdempotencyEndpointTests {

	private static final IdempotencySettings SETTINGS = new IdempotencySettings(false, Duration.ofSeconds(60), 100, 200,
			AfterFailure.AUTO, OnAbandoned.REJECT, WhenFull.RUN, IdempotencySettings.DEFAULT_REPLAYED_HEADERS);

	private final InMemoryIdempotencyStore store = new InMemoryIdempotencyStore(
			new Retention(Duration.ofHours(1), Duration.ofHours(1)), 1000, 1_000_000, System::nanoTime);

	private final List<AuditEvent> audited = new ArrayList<>();

	private final IdempotencyHistory history = new IdempotencyHistory();

	private IdempotencyEndpoint endpoint(InspectedStore inspected) {
		return new IdempotencyEndpoint(inspected, SETTINGS, this.history,
				new IdempotencyAudit((event) -> this.audited.add(((AuditApplicationEvent) event).getAuditEvent())));
	}

	private IdempotencyEndpoint endpoint() {
		return endpoint(InspectedStore.of(this.store, IdempotencyMode.LEASE, null));
	}

	private static SecurityContext user(String name) {
		return new SecurityContext() {

			@Override
			public Principal getPrincipal() {
				return () -> name;
			}

			@Override
			public boolean isUserInRole(String role) {
				return false;
			}

		};
	}

	private static RecordView view(WebEndpointResponse<RecordView> answer) {
		RecordView view = answer.getBody();
		assertThat(view).isNotNull();
		return view;
	}

	@Test
	void noMoreThanAHundredAreShown() {
		IntStream.range(0, 101)
			.forEach((i) -> this.store.claim(new Operation("k" + i, "f", "c" + i), SETTINGS.lease()));
		StoreView shown = endpoint().store();
		assertThat(shown.unfinished()).hasSize(100).first().extracting(RecordView::record).isEqualTo("k0");
		assertThat(shown.more()).isTrue();
		assertThat(shown.limits()).isEqualTo(new StoreView.Limits("60000ms", "reject", "auto", "run", 100, 200));
	}

	@Test
	void storeThatCannotBeLookedIntoIsSaidSo() {
		IdempotencyEndpoint closed = endpoint(
				InspectedStore.of(mock(IdempotencyStore.class), IdempotencyMode.LEASE, null));
		assertThat(closed.store().unfinished()).isNull();
		assertThat(closed.store().reason()).contains("does not let");
		for (WebEndpointResponse<RecordView> answer : List.of(closed.look("k"),
				closed.release("k", true, SecurityContext.NONE),
				closed.complete("k", IdempotencyEndpoint.HandOutcome.UNKNOWN, SecurityContext.NONE))) {
			assertThat(answer.getStatus()).isEqualTo(404);
			assertThat(view(answer).state()).isEqualTo("not-supported");
		}
	}

	@Test
	void storeThatFailsIsSaidSo() {
		IdempotencyRecords broken = mock(IdempotencyRecords.class);
		given(broken.unfinished(anyInt())).willThrow(new IllegalStateException("down"));
		given(broken.find(any())).willThrow(new IllegalStateException("down"));
		IdempotencyEndpoint failing = endpoint(new InspectedStore("own", IdempotencyMode.LEASE, broken));
		assertThat(failing.store().reason()).contains("down");
		WebEndpointResponse<RecordView> answer = failing.release("k", null, user("jane"));
		assertThat(answer.getStatus()).isEqualTo(503);
		assertThat(view(answer).state()).isEqualTo("store-failed");
		assertThat(this.audited).extracting((event) -> event.getData().get("result")).containsExactly("store-failed");
	}

	@Test
	void whoChangesARecordIsAudited() {
		this.store.claim(new Operation("k", "f", "c"), SETTINGS.lease());
		endpoint().look("k");
		assertThat(this.audited).isEmpty();
		endpoint().complete("k", IdempotencyEndpoint.HandOutcome.UNKNOWN, user("jane"));
		endpoint().release("k", null, user("joe"));
		assertThat(this.audited).extracting(AuditEvent::getPrincipal).containsExactly("jane", "joe");
		assertThat(this.audited).extracting(AuditEvent::getType).containsOnly("IDEMPOTENCY_RECORD_CHANGED");
		assertThat(this.audited).extracting((event) -> event.getData().get("record")).containsOnly("k");
		assertThat(this.store.entries()).isZero();
	}

	@Test
	void whatIsNoNameReachesNeitherTheStoreNorTheLog() {
		IdempotencyRecords records = mock(IdempotencyRecords.class);
		IdempotencyEndpoint endpoint = endpoint(new InspectedStore("own", IdempotencyMode.LEASE, records));
		assertThat(endpoint.release("a\nb", true, SecurityContext.NONE).getStatus()).isEqualTo(404);
		assertThat(endpoint.look("k".repeat(65)).getStatus()).isEqualTo(404);
		then(records).should(never()).find(any());
		then(records).should(never()).forget(any());
		assertThat(this.audited).extracting((event) -> event.getData().get("record")).containsExactly("-");
	}

	@Test
	void abandonedOperationIsReleasedWithoutForce() {
		IdempotencyRecords records = mock(IdempotencyRecords.class);
		given(records.find("k"))
			.willReturn(Optional.of(new IdempotencyRecords.Entry("k", Duration.ofMinutes(5), null, true)));
		given(records.forget("k")).willReturn(true);
		IdempotencyEndpoint endpoint = endpoint(new InspectedStore("own", IdempotencyMode.LEASE, records));
		assertThat(view(endpoint.look("k")).state()).isEqualTo("abandoned");
		assertThat(view(endpoint.release("k", null, SecurityContext.NONE)).state()).isEqualTo("released");
	}

	@Test
	void healthIsUpWhateverTheStoreDoes() {
		IdempotencyStore broken = mock(IdempotencyStore.class);
		given(broken.claim(any(), any())).willThrow(new IllegalStateException("secret of a driver"));
		Idempotency idempotency = new Idempotency(broken, SETTINGS, List.of(this.history));
		idempotency.admit(new Operation("k", "f", "c"));
		Health health = new IdempotencyHealthIndicator(new InspectedStore("own", IdempotencyMode.LEASE, null),
				this.history)
			.health();
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsEntry("failures", 1L)
			.containsEntry("oldestInFlight", "0ms")
			.containsEntry("store", "own");
		assertThat(health.getDetails().get("lastFailure").toString()).startsWith("java.lang.IllegalStateException at ")
			.doesNotContain("secret");
	}

	@Test
	void storesAreCalledByTheirKind() {
		assertThat(endpoint().store().mode()).isEqualTo("lease");
		assertThat(endpoint(InspectedStore.of(this.store, IdempotencyMode.JOINED, null)).store().mode())
			.isEqualTo("joined");
		assertThat(InspectedStore.of(this.store, IdempotencyMode.LEASE, null).name()).isEqualTo("memory");
		assertThat(InspectedStore.of(new PaperIdempotencyStore(), IdempotencyMode.LEASE, null).name())
			.isEqualTo("paper");
		assertThat(InspectedStore.of(this.store, IdempotencyMode.LEASE, null).records()).isSameAs(this.store);
		assertThat(InspectedStore.of(new PaperIdempotencyStore(), IdempotencyMode.LEASE, this.store).records())
			.isSameAs(this.store);
	}

	private static final class PaperIdempotencyStore implements IdempotencyStore {

		@Override
		public ClaimResult claim(Operation operation, Duration lease) {
			throw new UnsupportedOperationException();
		}

		@Override
		public ClaimResult takeOver(Operation operation, String lost, Duration lease) {
			throw new UnsupportedOperationException();
		}

		@Override
		public boolean complete(String recordKey, String token, Outcome outcome) {
			return false;
		}

		@Override
		public boolean release(String recordKey, String token) {
			return false;
		}

		@Override
		public boolean abandon(String recordKey, String token) {
			return false;
		}

	}

}
