package dev.mainstay.observability.errorgroups;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FlightRecorderTests {

	@Test
	void keepsTheLastEventsOfEachRequest() {
		FlightRecorder recorder = new FlightRecorder(1 << 20, 3);
		for (int i = 0; i < 10; i++) {
			recorder.record("a", event("a" + i));
		}
		recorder.record("b", event("b"));
		assertThat(recorder.events("a")).extracting(RecordedEvent::message).containsExactly("a7", "a8", "a9");
		assertThat(recorder.events("b")).hasSize(1);
		assertThat(recorder.events("c")).isEmpty();
	}

	@Test
	void isBoundedInBytesOverAllRequests() {
		FlightRecorder recorder = new FlightRecorder(100_000, 30);
		for (int i = 0; i < 10_000; i++) {
			recorder.record("r" + i, event("x".repeat(500)));
			assertThat(recorder.bytes()).isLessThanOrEqualTo(100_000);
		}
		assertThat(recorder.events("r0")).isEmpty();
		assertThat(recorder.events("r9999")).hasSize(1);
	}

	@Test
	void aRequestThatIsOverTakesNothing() {
		FlightRecorder recorder = new FlightRecorder(100_000, 30);
		recorder.record("a", event("one"));
		recorder.forget("a");
		recorder.forget("a");
		assertThat(recorder.bytes()).isZero();
	}

	@Test
	void keepsNothingIfThereIsNothingToKeep() {
		FlightRecorder recorder = new FlightRecorder(100_000, 0);
		recorder.record("a", event("one"));
		assertThat(recorder.bytes()).isZero();
	}

	private static RecordedEvent event(String message) {
		return new RecordedEvent(Instant.EPOCH, "INFO", "a.B", message, null);
	}

}
