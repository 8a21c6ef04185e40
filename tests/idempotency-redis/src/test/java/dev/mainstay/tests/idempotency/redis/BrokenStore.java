package dev.mainstay.tests.idempotency.redis;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

import dev.mainstay.resilience.idempotency.ClaimResult;
import dev.mainstay.resilience.idempotency.HeldClaim;
import dev.mainstay.resilience.idempotency.IdempotencyStore;
import dev.mainstay.resilience.idempotency.Operation;
import dev.mainstay.resilience.idempotency.Outcome;

/**
 * A simple store that is right under its lock, but for one fault that others have.
 */
final class BrokenStore implements IdempotencyStore {

	private final Map<String, Row> rows = new HashMap<>();

	private final Fault fault;

	BrokenStore(Fault fault) {
		this.fault = fault;
	}

	@Override
	public ClaimResult claim(Operation operation, Duration lease) {
		Row row = locked(() -> this.rows.get(operation.recordKey()));
		if (this.fault == Fault.GET_THEN_SET) {
			Thread.yield();
			return (row == null) ? locked(() -> grant(operation, lease)) : row.answer(operation);
		}
		return locked(() -> {
			Row now = this.rows.get(operation.recordKey());
			return (now == null) ? grant(operation, lease) : now.answer(operation);
		});
	}

	@Override
	public ClaimResult takeOver(Operation operation, String lost, Duration lease) {
		return locked(() -> {
			Row row = this.rows.get(operation.recordKey());
			boolean same = row != null && (row.token.equals(lost) || this.fault == Fault.TAKE_OVER_FROM_ANYBODY);
			boolean over = row != null && (row.isLost() || this.fault == Fault.TAKE_OVER_WITHIN_LEASE);
			return (same && over && row.outcome == null) ? grant(operation, lease) : claim(operation, lease);
		});
	}

	private ClaimResult grant(Operation operation, Duration lease) {
		Row row = new Row(UUID.randomUUID().toString(), operation.fingerprint(), lease.toNanos(), null,
				System.nanoTime());
		this.rows.put(operation.recordKey(), row);
		return new ClaimResult.Granted(row.token);
	}

	@Override
	public Collection<HeldClaim> renew(Collection<HeldClaim> claims, Duration lease) {
		return claims.stream().filter((it) -> !abandon(it.recordKey(), it.token())).toList();
	}

	@Override
	public boolean complete(String recordKey, String token, Outcome outcome) {
		return locked(() -> {
			Row row = this.rows.get(recordKey);
			if (row == null || (!isOwner(row, token) && this.fault != Fault.ANYBODY_COMPLETES)) {
				return false;
			}
			this.rows.put(recordKey, new Row(row.token, row.fingerprint, row.lease, outcome, row.since));
			return true;
		});
	}

	@Override
	public boolean release(String recordKey, String token) {
		return locked(() -> {
			Row row = this.rows.get(recordKey);
			boolean owner = isOwner(row, token) || (row != null && this.fault == Fault.ANYBODY_RELEASES);
			return owner && this.rows.remove(recordKey) != null;
		});
	}

	@Override
	public boolean abandon(String recordKey, String token) {
		return locked(() -> {
			Row row = this.rows.get(recordKey);
			if (!isOwner(row, token)) {
				return false;
			}
			this.rows.put(recordKey, new Row(row.token, row.fingerprint, row.lease, null, System.nanoTime()));
			return true;
		});
	}

	private static boolean isOwner(Row row, String token) {
		return row != null && row.outcome == null && Objects.equals(row.token, token);
	}

	private synchronized <T> T locked(Supplier<T> action) {
		return action.get();
	}

	/**
	 * What may be wrong.
	 */
	enum Fault {

		GET_THEN_SET, ANYBODY_COMPLETES, ANYBODY_RELEASES, TAKE_OVER_FROM_ANYBODY, TAKE_OVER_WITHIN_LEASE

	}

	private record Row(String token, String fingerprint, long lease, Outcome outcome, long since) {

		boolean isLost() {
			return System.nanoTime() - this.since >= this.lease;
		}

		ClaimResult answer(Operation operation) {
			if (!this.fingerprint.equals(operation.fingerprint())) {
				return new ClaimResult.Mismatch();
			}
			if (this.outcome != null) {
				return new ClaimResult.Completed(this.outcome);
			}
			return isLost() ? new ClaimResult.Abandoned(this.token) : new ClaimResult.InProgress(Duration.ZERO);
		}

	}

}
