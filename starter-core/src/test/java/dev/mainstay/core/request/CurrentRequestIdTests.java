package dev.mainstay.core.request;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;

class CurrentRequestIdTests {

	@AfterEach
	void clear() {
		MDC.clear();
	}

	@Test
	void theIdIsInTheMdcWhileTheScopeIsOpen() {
		try (CurrentRequestId.Scope scope = CurrentRequestId.open("a")) {
			assertThat(MDC.get("requestId")).isEqualTo("a");
			assertThat(CurrentRequestId.get()).isEqualTo("a");
		}
		assertThat(MDC.get("requestId")).isNull();
		assertThat(CurrentRequestId.get()).isNull();
	}

	@Test
	void anInnerScopeRestoresTheOuterOne() {
		try (CurrentRequestId.Scope outer = CurrentRequestId.open("a")) {
			try (CurrentRequestId.Scope inner = CurrentRequestId.open("b")) {
				assertThat(MDC.get("requestId")).isEqualTo("b");
			}
			assertThat(MDC.get("requestId")).isEqualTo("a");
		}
	}

	@Test
	void anApplicationsOwnKeyStays() {
		MDC.put("requestId", "own");
		try (CurrentRequestId.Scope scope = CurrentRequestId.open("a")) {
			assertThat(MDC.get("requestId")).isEqualTo("own");
		}
		assertThat(MDC.get("requestId")).isEqualTo("own");
	}

	@Test
	void aKeyThatTheApplicationReplacesIsItsOwn() {
		try (CurrentRequestId.Scope scope = CurrentRequestId.open("a")) {
			MDC.put("requestId", "own");
		}
		assertThat(MDC.get("requestId")).isEqualTo("own");
	}

	@Test
	void followsToAnotherThreadAndLeavesNothingThere() throws Exception {
		ExecutorService pool = Executors.newSingleThreadExecutor();
		ExecutorService propagating = ContextExecutorService.wrap(pool,
				() -> ContextSnapshotFactory.builder().build().captureAll());
		try (CurrentRequestId.Scope scope = CurrentRequestId.open("a")) {
			assertThat(propagating.submit(() -> MDC.get("requestId")).get()).isEqualTo("a");
			assertThat(pool.submit(() -> MDC.get("requestId")).get()).isNull();
		}
		finally {
			pool.shutdown();
		}
	}

}
