package dev.mainstay.resilience.idempotency;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the records of one process. A restart forgets them, and another instance does not
 * know them. Thread-safe.
 * <p>
 * The store is bounded in records and in bytes. A record leaves only by being released or
 * by expiring: room is never made by dropping a record that is still promised, as that
 * would turn a repetition into a second effect without a word. A store that is full
 * grants no new claim instead. No caller can fill it for the others: it gets as much room
 * as it leaves free, which is half of the store at most; those whom nobody knows by name
 * count as one.
 * <p>
 * A claim ends with the request that made it, which lives in the same process, so its
 * lease does not run while the owner lives, however long that takes. It runs from the
 * moment when the owner lets go of an operation without knowing its end.
 *
 * @since 0.1.0
 */
public final class InMemoryIdempotencyStore implements IdempotencyStore, IdempotencyRecords {

	private static final Logger logger = LoggerFactory.getLogger(InMemoryIdempotencyStore.class);

	private final MemoryRecords records;

	private final MemoryRoom room;

	private final LongSupplier clock;

	private final AtomicLong tokens = new AtomicLong();

	private final Throttle warning = new Throttle(Duration.ofMinutes(10));

	/**
	 * Create an empty store.
	 * @param retention for how long a record is kept after its operation has ended
	 * @param maxEntries how many records it holds at most
	 * @param maxBytes how many bytes they take at most, with a fixed estimate for what a
	 * record takes besides its answer
	 * @param clock the time in nanoseconds from an arbitrary origin, such as
	 * {@link System#nanoTime()}
	 */
	public InMemoryIdempotencyStore(Retention retention, long maxEntries, long maxBytes, LongSupplier clock) {
		this.room = new MemoryRoom(maxEntries, maxBytes);
		this.clock = clock;
		this.records = new MemoryRecords(retention, this.room::leave);
	}

	@Override
	public ClaimResult claim(Operation operation, Duration lease) {
		long now = this.clock.getAsLong();
		this.records.expire(now);
		MemoryRecord existing = this.records.get(operation.recordKey(), now);
		if (existing == null) {
			if (!enter(operation.caller(), now)) {
				return new ClaimResult.Full();
			}
			String token = Long.toString(this.tokens.incrementAndGet());
			MemoryRecord.Claimed claimed = new MemoryRecord.Claimed(token, operation, now, lease);
			MemoryRecord fresh = MemoryRecord.open(claimed);
			existing = this.records.putIfAbsent(operation.recordKey(), fresh);
			if (existing == null) {
				return new ClaimResult.Granted(token);
			}
			this.room.leave(fresh);
		}
		return existing.answer(operation.fingerprint(), this.clock.getAsLong());
	}

	@Override
	public ClaimResult takeOver(Operation operation, String lost, Duration lease) {
		long now = this.clock.getAsLong();
		MemoryRecord existing = this.records.get(operation.recordKey(), now);
		if (existing != null && existing.isAbandoned(lost, now)) {
			String token = Long.toString(this.tokens.incrementAndGet());
			MemoryRecord fresh = MemoryRecord.open(new MemoryRecord.Claimed(token, operation, now, lease));
			if (this.records.takeOver(operation.recordKey(), existing, fresh)) {
				return new ClaimResult.Granted(token);
			}
		}
		return claim(operation, lease);
	}

	private boolean enter(String caller, long now) {
		if (this.room.enter(caller)) {
			return true;
		}
		this.records.expireAll(now);
		if (this.room.enter(caller)) {
			return true;
		}
		if (this.warning.admits(now)) {
			logger.warn("The store of idempotency keys has no room for a new request: it holds {} records of {} "
					+ "bytes, and no caller gets more of it than is left free. Such requests are handled as "
					+ "mainstay.idempotency.when-full says. Raise max-store-size and max-entries, or lower ttl. This "
					+ "is said every ten minutes at most; see the meter mainstay.idempotency.requests.", entries(),
					bytes());
		}
		return false;
	}

	@Override
	public boolean complete(String recordKey, String token, Outcome outcome) {
		MemoryRecord open = owned(recordKey, token);
		return open != null && end(open, outcome);
	}

	private boolean end(MemoryRecord open, Outcome outcome) {
		long growth = MemoryRecord.weightOf(outcome);
		if (!this.room.grow(open.caller(), growth)) {
			return this.records.complete(open.key(), open, new Outcome.NotReplayable(), this.clock.getAsLong());
		}
		if (this.records.complete(open.key(), open, outcome, this.clock.getAsLong())) {
			return true;
		}
		this.room.shrink(open.caller(), growth);
		return false;
	}

	@Override
	public boolean release(String recordKey, String token) {
		MemoryRecord open = owned(recordKey, token);
		if (open != null && this.records.remove(recordKey, open)) {
			this.room.leave(open);
			return true;
		}
		return false;
	}

	@Override
	public boolean abandon(String recordKey, String token) {
		MemoryRecord open = owned(recordKey, token);
		return open != null && this.records.abandon(recordKey, open, this.clock.getAsLong());
	}

	@Override
	public Optional<Entry> find(String recordKey) {
		long now = this.clock.getAsLong();
		return Optional.ofNullable(this.records.get(recordKey, now)).map((found) -> found.entry(now));
	}

	@Override
	public List<Entry> unfinished(int limit) {
		return this.records.unfinished(limit, this.clock.getAsLong());
	}

	@Override
	public boolean forget(String recordKey) {
		MemoryRecord existing = this.records.get(recordKey, this.clock.getAsLong());
		while (existing != null && !this.records.remove(recordKey, existing)) {
			existing = this.records.get(recordKey, this.clock.getAsLong());
		}
		if (existing != null) {
			this.room.leave(existing);
		}
		return existing != null;
	}

	@Override
	public boolean resolve(String recordKey, Outcome outcome) {
		MemoryRecord existing = this.records.get(recordKey, this.clock.getAsLong());
		while (existing != null && existing.isUndecided() && !end(existing, outcome)) {
			existing = this.records.get(recordKey, this.clock.getAsLong());
		}
		return existing != null && existing.isUndecided();
	}

	/**
	 * How many records the store holds, including those that have expired but whose room
	 * was not needed yet.
	 * @return the number of records
	 */
	public long entries() {
		return this.room.entries();
	}

	/**
	 * How many bytes they take, counted as the bound is.
	 * @return the number of bytes
	 */
	public long bytes() {
		return this.room.bytes();
	}

	private @Nullable MemoryRecord owned(String recordKey, String token) {
		MemoryRecord existing = this.records.get(recordKey, this.clock.getAsLong());
		return (existing != null && existing.isOwnedBy(token)) ? existing : null;
	}

	/**
	 * Where the records are, for people.
	 */
	@Override
	public String toString() {
		return "memory";
	}

}
