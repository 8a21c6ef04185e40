package dev.mainstay.resilience.idempotency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
	void oneWhoseOwnerLivesStays() {
		MemoryRecord open = open("k");
		this.records.expire(Long.MAX_VALUE / 2);
		assertThat(this.records.get("k", Long.MAX_VALUE / 2)).isSameAs(open);
	}

}
