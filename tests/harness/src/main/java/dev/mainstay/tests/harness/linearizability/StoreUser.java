package dev.mainstay.tests.harness.linearizability;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import dev.mainstay.resilience.idempotency.ClaimResult;
import dev.mainstay.resilience.idempotency.HeldClaim;
import dev.mainstay.resilience.idempotency.IdempotencyStore;
import dev.mainstay.resilience.idempotency.Operation;
import dev.mainstay.resilience.idempotency.Outcome;
import dev.mainstay.resilience.idempotency.StoredResponse;
import dev.mainstay.tests.harness.linearizability.StoreCall.Answer;
import dev.mainstay.tests.harness.linearizability.StoreCall.Kind;

/**
 * One of the threads that use a store, and what it remembers of it.
 */
final class StoreUser {

	private final IdempotencyStore store;

	private final Duration lease;

	private final int most;

	private final Random random;

	private final Map<String, List<StoreCall>> calls = new HashMap<>();

	private final Map<String, ClaimResult.Granted> held = new HashMap<>();

	private final Map<String, String> lost = new HashMap<>();

	StoreUser(IdempotencyStore store, Duration lease, int most, Random random) {
		this.store = store;
		this.lease = lease;
		this.most = most;
		this.random = random;
	}

	/** Do what can be done to some keys that nobody has used before. */
	Map<String, List<StoreCall>> use(List<String> names) {
		this.calls.clear();
		this.held.clear();
		this.lost.clear();
		names.forEach((name) -> this.calls.put(name, new ArrayList<>()));
		for (int i = 0; i < this.most * names.size() * 2; i++) {
			String name = names.get(this.random.nextInt(names.size()));
			if (callsOf(name).size() < this.most) {
				act(name);
			}
			if (this.random.nextInt(20) == 0) {
				LockSupport.parkNanos(this.random.nextLong(2 * this.lease.toNanos()));
			}
		}
		return Map.copyOf(this.calls);
	}

	private void act(String name) {
		ClaimResult.Granted granted = this.held.get(name);
		if (granted == null) {
			claim(name);
			return;
		}
		switch (this.random.nextInt(8)) {
			case 0, 1 -> {
				this.held.remove(name);
				String outcome = UUID.randomUUID().toString();
				record(name, Kind.COMPLETE, granted.token(), outcome,
						() -> this.store.complete(name, granted.token(), replayable(outcome)));
			}
			case 2, 3 -> {
				this.held.remove(name);
				record(name, Kind.RELEASE, granted.token(), "", () -> this.store.release(name, granted.token()));
			}
			case 4 -> record(name, Kind.ABANDON, granted.token(), "", () -> this.store.abandon(name, granted.token()));
			case 5 -> renew(name, granted.token());
			case 6 -> {
				// Forgets that it is the owner, as a process does that dies.
				this.held.remove(name);
				record(name, Kind.ABANDON, granted.token(), "", () -> this.store.abandon(name, granted.token()));
			}
			default -> claim(name);
		}
	}

	private List<StoreCall> callsOf(String name) {
		return this.calls.computeIfAbsent(name, (used) -> new ArrayList<>());
	}

	/** Whoever has let go does not say that it lives. */
	private void renew(String name, String token) {
		boolean abandoned = callsOf(name).stream()
			.anyMatch((call) -> call.kind() == Kind.ABANDON && call.subject().equals(token));
		if (!abandoned) {
			record(name, Kind.RENEW, token, "",
					() -> this.store.renew(List.of(new HeldClaim(name, token)), this.lease).isEmpty());
		}
	}

	private void claim(String name) {
		String given = this.lost.remove(name);
		String fingerprint = (given != null) ? given.substring(0, 2) : "f" + (this.random.nextInt(10) / 9);
		Operation operation = new Operation(name, fingerprint, "caller");
		String token = (given != null) ? given.substring(2) : null;
		Supplier<ClaimResult> claim = (token != null) ? () -> this.store.takeOver(operation, token, this.lease)
				: () -> this.store.claim(operation, this.lease);
		long invoked = System.nanoTime();
		ClaimResult result = claim.get();
		long returned = System.nanoTime();
		if (result instanceof ClaimResult.Granted granted) {
			this.held.put(name, granted);
		}
		else if (result instanceof ClaimResult.Abandoned abandoned) {
			this.lost.put(name, fingerprint + abandoned.token());
		}
		callsOf(name).add(new StoreCall((token != null) ? Kind.TAKE_OVER : Kind.CLAIM, invoked, returned, fingerprint,
				token, answerOf(result), valueOf(result)));
	}

	private void record(String name, Kind kind, String token, String value, BooleanSupplier call) {
		long invoked = System.nanoTime();
		boolean answer = call.getAsBoolean();
		callsOf(name).add(new StoreCall(kind, invoked, System.nanoTime(), token, null,
				answer ? Answer.TRUE : Answer.FALSE, value));
	}

	private static Outcome replayable(String outcome) {
		return new Outcome.Replayable(new StoredResponse(200, Map.of(), outcome.getBytes(StandardCharsets.US_ASCII)));
	}

	private static Answer answerOf(ClaimResult result) {
		if (result instanceof ClaimResult.Granted) {
			return Answer.GRANTED;
		}
		if (result instanceof ClaimResult.InProgress) {
			return Answer.IN_PROGRESS;
		}
		if (result instanceof ClaimResult.Completed) {
			return Answer.COMPLETED;
		}
		if (result instanceof ClaimResult.Mismatch) {
			return Answer.MISMATCH;
		}
		if (result instanceof ClaimResult.Abandoned) {
			return Answer.ABANDONED;
		}
		throw new IllegalStateException("A store of a test has room, and says " + result);
	}

	private static String valueOf(ClaimResult result) {
		if (result instanceof ClaimResult.Granted granted) {
			return granted.token();
		}
		if (result instanceof ClaimResult.Abandoned abandoned) {
			return abandoned.token();
		}
		return (result instanceof ClaimResult.Completed completed
				&& completed.outcome() instanceof Outcome.Replayable replayable)
						? new String(replayable.response().body(), StandardCharsets.US_ASCII) : "";
	}

}
