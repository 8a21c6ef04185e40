package dev.mainstay.core.failure;

import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReportedFailuresTests {

	private final ReportedFailures reported = new ReportedFailures();

	@Test
	void knowsAFailureByItsRootCauseHoweverItIsWrapped() {
		Exception failure = new IllegalStateException("x");
		this.reported.add(new CompletionException(failure));
		assertThat(this.reported.contains(failure)).isTrue();
		assertThat(this.reported.contains(new RuntimeException(failure))).isTrue();
		assertThat(this.reported.contains(new IllegalStateException("x"))).isFalse();
	}

	@Test
	void forgetsTheOldestOfTooMany() {
		Exception first = new IllegalStateException("first");
		this.reported.add(first);
		Exception[] further = new Exception[512];
		for (int i = 0; i < further.length; i++) {
			further[i] = new IllegalStateException();
			this.reported.add(further[i]);
		}
		assertThat(this.reported.contains(first)).isFalse();
		assertThat(this.reported.contains(further[511])).isTrue();
	}

}
