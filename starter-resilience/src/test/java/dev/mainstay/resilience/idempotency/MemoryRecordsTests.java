package dev.mainstay.resilience.idempotency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MemoryRecordsTests {

	private static final Duration TTL = Duration.ofNanos(60);

	private static final Duration REJECTED = Duration.ofNanos(20);

	private final List<MemoryRecord> expired = new ArrayList<>();

	private final MemoryRecords records = new MemoryRecords(new Retention(TTL, REJECTED), this.expired::add);

	private MemoryRecord open(String key) {
		MemoryRecord open = MemoryRecord
			.open(new MemoryRecord.Claimed(key, new Operation(key, "fingerprint", key), 0, Duration.ofNanos(5)));
		this.records.putIfAbsent(key, open);
		return open;
	}

	private static Outcome answer(int status) {
		return new Outcome.Replayable(new StoredResponse(status, Map.of(), new byte[0]));
	}

	@Test
	void whatEndsLaterButIsKeptShorterExpiresFirst() {
		this.records.complete("done", open("done"), answer(200), 0);
		this.records.complete("refused", open("refused"), answer(422), 10);
		this.records.expire(30);
		assertThat(this.expired).hasSize(1);
		assertThat(this.records.get("done", 30)).isNotNull();
		assertThat(this.records.get("refused", 30)).isNull();
	}

	@Test
	void oneThatIsLookedForAfterItsTimeExpiresOnce() {
		this.records.complete("done", open("done"), answer(200), 0);
		assertThat(this.records.get("done", 59)).isNotNull();
		assertThat(this.records.get("done", 60)).isNull();
		this.records.expire(60);
		assertThat(this.expired).hasSize(1);
	}

	@Test
	void oneThatEndedAfterItWasAbandonedIsKeptFromItsEndOn() {
		this.records.abandon("k", open("k"), 0);
		MemoryRecord abandoned = this.records.get("k", 50);
		assertThat(abandoned).isNotNull();
		this.records.complete("k", abandoned, answer(200), 50);
		this.records.expire(109);
		assertThat(this.records.get("k", 109)).isNotNull();
		assertThat(this.expired).isEmpty();
		this.records.expire(110);
		assertThat(this.expired).hasSize(1);
	}

	@Test
	void oneThatIsReleasedAfterItWasAbandonedLeavesNothing() {
		for (int i = 0; i < 10_000; i++) {
			String key = "k" + i;
			this.records.abandon(key, open(key), i);
			MemoryRecord abandoned = this.records.get(key, i);
			assertThat(abandoned).isNotNull();
			assertThat(this.records.remove(key, abandoned)).isTrue();
		}
		assertThat(this.records.expiring()).isZero();
		assertThat(this.expired).isEmpty();
	}

	@Test
	void oneThatIsAbandonedAndCompletedWaitsOnce() {
		MemoryRecord open = open("k");
		this.records.abandon("k", open, 0);
		MemoryRecord abandoned = this.records.get("k", 0);
		assertThat(abandoned).isNotNull();
		this.records.complete("k", abandoned, answer(200), 0);
		assertThat(this.records.expiring()).isOne();
	}

	@Test
	void whoeverAbandonsAndWhoeverReleasesAtTheSameTimeLeaveNothing() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			for (int i = 0; i < 20_000; i++) {
				String key = "k" + i;
				MemoryRecord open = open(key);
				Future<?> abandoning = threads.submit(() -> this.records.abandon(key, open, 0));
				threads.submit(() -> {
					MemoryRecord seen = this.records.get(key, 0);
					while (seen != null && !this.records.remove(key, seen)) {
						seen = this.records.get(key, 0);
					}
				}).get(30, TimeUnit.SECONDS);
				abandoning.get(30, TimeUnit.SECONDS);
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(this.records.expiring()).isZero();
	}

	@Test
	void aBurstOfExpiriesIsSharedAmongRequests() {
		for (int i = 0; i < 1000; i++) {
			this.records.complete("k" + i, open("k" + i), answer(200), 0);
		}
		this.records.expire(60);
		assertThat(this.expired).hasSizeBetween(1, 100);
		this.records.expireAll(60);
		assertThat(this.expired).hasSize(1000);
	}

	@Test
	void oneWhoseOwnerLivesStays() {
		MemoryRecord open = open("k");
		this.records.expire(Long.MAX_VALUE / 2);
		assertThat(this.records.get("k", Long.MAX_VALUE / 2)).isSameAs(open);
	}

}
