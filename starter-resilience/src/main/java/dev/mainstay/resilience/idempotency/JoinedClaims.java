package dev.mainstay.resilience.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * Claims operations by transactions of the threads that run them. Thread-safe.
 */
final class JoinedClaims {

	private final @Nullable JoinedStore store;

	private final LeasedClaims leases;

	private final Refusals refusals;

	private final ClaimEvents events;

	private final Turns turns;

	JoinedClaims(@Nullable JoinedStore store, LeasedClaims leases, IdempotencySettings settings, ClaimEvents events,
			Turns turns) {
		this.store = store;
		this.leases = leases;
		this.refusals = new Refusals(settings);
		this.events = events;
		this.turns = turns;
	}

	/** Claim an operation for a request, or say what is done with it instead. */
	Admission ask(Operation operation, RoutePolicy route) {
		JoinedStore.Joining joining = join(operation, route);
		if (joining instanceof JoinedStore.Joining.Begun begun) {
			return new Admission.Run(new JoinedClaim(operation, begun.transaction(), this.leases, this.events,
					() -> this.turns.wake(operation.recordKey())), route);
		}
		return this.refusals.of(((JoinedStore.Joining.Found) joining).result(), route, operation.recordKey());
	}

	private JoinedStore.Joining join(Operation operation, RoutePolicy route) {
		if (this.store == null) {
			throw new IllegalStateException("A handler asks for the idempotency mode JOINED, which needs Spring MVC, "
					+ "keys in a database (mainstay.idempotency.store=jdbc) and one transaction manager of that "
					+ "database. Set mainstay.idempotency.mode=joined to be told at the start what is missing.");
		}
		JoinedStore.Joining joining = this.store.join(operation);
		if (joining instanceof JoinedStore.Joining.Found found && found.result() instanceof ClaimResult.Abandoned lost
				&& this.refusals.runsAgain(route)) {
			joining = this.store.takeOver(operation, lost.token());
			if (joining instanceof JoinedStore.Joining.Begun) {
				this.events.takenOver();
			}
		}
		return joining;
	}

}
