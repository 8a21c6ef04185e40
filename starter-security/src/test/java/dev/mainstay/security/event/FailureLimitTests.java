package dev.mainstay.security.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FailureLimitTests {

	private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);

	private final FailureLimit limit = new FailureLimit(3, this.nanos::get);

	@Test
	void soManyOfATypePassInASecond() {
		assertThat(passed(SecurityEventType.AUTHN_LOGIN_FAIL, 10)).isEqualTo(3);
		assertThat(passed(SecurityEventType.AUTHZ_FAIL, 2)).isEqualTo(2);
		this.nanos.addAndGet(Duration.ofSeconds(1).toNanos());
		assertThat(passed(SecurityEventType.AUTHN_LOGIN_FAIL, 10)).isEqualTo(3);
	}

	@Test
	void theOthersAreCountedAndTakenWhenTheSecondIsOver() {
		passed(SecurityEventType.AUTHN_LOGIN_FAIL, 10);
		assertThat(this.limit.takeOver()).isEmpty();
		this.nanos.addAndGet(Duration.ofSeconds(1).toNanos());
		assertThat(this.limit.takeOver()).isEqualTo(Map.of(SecurityEventType.AUTHN_LOGIN_FAIL, 7L));
		assertThat(this.limit.takeOver()).isEmpty();
	}

	@Test
	void atTheEndAllAreTaken() {
		passed(SecurityEventType.AUTHN_LOGIN_FAIL, 10);
		assertThat(this.limit.takeAll()).isEqualTo(Map.of(SecurityEventType.AUTHN_LOGIN_FAIL, 7L));
		assertThat(this.limit.takeAll()).isEmpty();
	}

	@Test
	void whatSucceedsAlwaysPasses() {
		assertThat(passed(SecurityEventType.AUTHN_LOGIN_SUCCESS, 100)).isEqualTo(100);
		assertThat(passed(SecurityEventType.AUTHZ_ADMIN, 100)).isEqualTo(100);
	}

	@Test
	void zeroIsNoLimit() {
		FailureLimit none = new FailureLimit(0, this.nanos::get);
		for (int i = 0; i < 100; i++) {
			assertThat(none.passes(SecurityEventType.AUTHZ_FAIL)).isTrue();
		}
		assertThat(none.takeAll()).isEmpty();
	}

	@Test
	void noneIsLostAmongThreads() throws Exception {
		LongAdder passed = new LongAdder();
		LongAdder suppressed = new LongAdder();
		ExecutorService executor = Executors.newFixedThreadPool(4);
		List<Future<?>> threads = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			threads.add(executor.submit(() -> {
				for (int j = 0; j < 10_000; j++) {
					this.nanos.addAndGet(Duration.ofMillis(1).toNanos());
					passed.add(this.limit.passes(SecurityEventType.MALICIOUS_CSRF) ? 1 : 0);
					this.limit.takeOver().values().forEach(suppressed::add);
				}
			}));
		}
		for (Future<?> thread : threads) {
			thread.get();
		}
		executor.shutdown();
		this.limit.takeAll().values().forEach(suppressed::add);
		assertThat(passed.sum() + suppressed.sum()).isEqualTo(40_000);
		assertThat(passed.sum()).isLessThanOrEqualTo(3 * 41);
	}

	private int passed(SecurityEventType type, int count) {
		int passed = 0;
		for (int i = 0; i < count; i++) {
			passed += this.limit.passes(type) ? 1 : 0;
		}
		return passed;
	}

}
