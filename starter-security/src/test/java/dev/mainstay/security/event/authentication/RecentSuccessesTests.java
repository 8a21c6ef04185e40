package dev.mainstay.security.event.authentication;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecentSuccessesTests {

	private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);

	private final RecentSuccesses recent = new RecentSuccesses(Duration.ofHours(1), this.nanos::get);

	@Test
	void aCallerIsNewOnceInAWhile() {
		assertThat(this.recent.isNew("joe", "jwt", "192.0.2.7")).isTrue();
		this.nanos.addAndGet(Duration.ofMinutes(59).toNanos());
		assertThat(this.recent.isNew("joe", "jwt", "192.0.2.7")).isFalse();
		this.nanos.addAndGet(Duration.ofMinutes(1).toNanos());
		assertThat(this.recent.isNew("joe", "jwt", "192.0.2.7")).isTrue();
	}

	@Test
	void anotherNameKindOrAddressIsAnotherCaller() {
		assertThat(this.recent.isNew("joe", "jwt", "192.0.2.7")).isTrue();
		assertThat(this.recent.isNew("ann", "jwt", "192.0.2.7")).isTrue();
		assertThat(this.recent.isNew("joe", "x509", "192.0.2.7")).isTrue();
		assertThat(this.recent.isNew("joe", "jwt", "192.0.2.8")).isTrue();
	}

	@Test
	void zeroTellsEach() {
		RecentSuccesses each = new RecentSuccesses(Duration.ZERO, this.nanos::get);
		assertThat(each.isNew("joe", "jwt", "")).isTrue();
		assertThat(each.isNew("joe", "jwt", "")).isTrue();
	}

	@Test
	void remembersABoundedNumber() {
		for (int i = 0; i < RecentSuccesses.MAX_CALLERS + 100; i++) {
			this.recent.isNew("user" + i, "jwt", "");
		}
		assertThat(this.recent).extracting("told")
			.asInstanceOf(InstanceOfAssertFactories.MAP)
			.hasSize(RecentSuccesses.MAX_CALLERS);
	}

}
