package dev.mainstay.observability.errorgroups;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SeenFailuresTests {

	private final SeenFailures seen = new SeenFailures();

	@Test
	void exceptionsThatAreEqualAreNotTheSame() {
		assertThat(this.seen.isFirst(new Equal(), null)).isTrue();
		assertThat(this.seen.isFirst(new Equal(), null)).isTrue();
	}

	@Test
	void isBoundedAndHoldsNoFailure() throws InterruptedException {
		List<Exception> alive = new ArrayList<>();
		for (int i = 0; i < SeenFailures.CAPACITY + 100; i++) {
			alive.add(new Exception());
			assertThat(this.seen.isFirst(alive.get(i), null)).isTrue();
		}
		assertThat(this.seen.size()).isEqualTo(SeenFailures.CAPACITY);
		assertThat(this.seen.isFirst(alive.get(alive.size() - 1), null)).isFalse();
		alive.clear();
		for (int i = 0; i < 50 && this.seen.size() > 0; i++) {
			System.gc();
			Thread.sleep(20);
		}
		assertThat(this.seen.size()).isZero();
	}

	@Test
	void aRequestThatIsToldOfLaterIsTheSame() {
		Exception failure = new Exception();
		assertThat(this.seen.isFirst(failure, null)).isTrue();
		assertThat(this.seen.isFirst(failure, "a")).isFalse();
		assertThat(this.seen.isFirst(failure, "b")).isTrue();
		assertThat(this.seen.isFirst(failure, "a")).isFalse();
		assertThat(this.seen.isFirst(failure, null)).isFalse();
	}

	private static final class Equal extends Exception {

		@Override
		public boolean equals(Object other) {
			return other instanceof Equal;
		}

		@Override
		public int hashCode() {
			return 1;
		}

	}

}
