package dev.mainstay.resilience.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what is done with a request that carries a key; the same on every web stack.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class Idempotency implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Idempotency.class);

	/** A store that is down is back soon, or not within what a caller waits for. */
	private static final Duration DOWN_RETRY_AFTER = Duration.ofSeconds(5);

	private final IdempotencyStore store;

	private final boolean waitsForStore;

	private final IdempotencySettings settings;

	private final IdempotencyTerms terms;

	private final Refusals refusals;

	private final Waiters waiters;

	private final ClaimEvents events;

	private final Heartbeat heartbeat;

	/**
	 * Create it. Nothing is announced to callers, and no duplicate waits.
	 * @param store remembers the operations
	 * @param settings how keys are handled
	 * @param listeners are told what becomes of the requests
	 */
	public Idempotency(IdempotencyStore store, IdempotencySettings settings, List<IdempotencyListener> listeners) {
		this(store, settings, IdempotencyTerms.NONE, listeners);
	}

	/**
	 * Create it.
	 * @param store remembers the operations
	 * @param settings how keys are handled
	 * @param terms what callers are promised
	 * @param listeners are told what becomes of the requests
	 */
	public Idempotency(IdempotencyStore store, IdempotencySettings settings, IdempotencyTerms terms,
			List<IdempotencyListener> listeners) {
		this.waitsForStore = !(store instanceof InMemoryIdempotencyStore);
		this.settings = settings;
		this.refusals = new Refusals(settings);
		this.terms = terms;
		this.waiters = new Waiters(terms.patience());
		this.store = terms.patience().isNone() ? store : new WakingStore(store, this.waiters);
		this.events = new ClaimEvents(listeners);
		this.heartbeat = new Heartbeat(this.store, settings.lease());
	}

	/**
	 * How keys are handled.
	 * @return the settings
	 */
	public IdempotencySettings settings() {
		return this.settings;
	}

	/**
	 * Whether asking the store may wait for somebody else, so that no thread may ask it
	 * that must not wait.
	 * @return {@code false} if the records are in the memory of this process
	 */
	public boolean waitsForStore() {
		return this.waitsForStore;
	}

	/**
	 * What callers are promised.
	 * @return the terms
	 */
	public IdempotencyTerms terms() {
		return this.terms;
	}

	/**
	 * The operations that this instance runs.
	 * @return those that are not over, as they are at each look
	 */
	public OpenClaims openClaims() {
		return this.events.open();
	}

	/**
	 * Whether a method takes a key unless somebody says otherwise. The others either have
	 * no effect or may be repeated by their definition (RFC 9110, section 9.2.2).
	 * @param method the method of the request
	 * @return whether it is POST or PATCH
	 */
	public static boolean appliesTo(String method) {
		return "POST".equals(method) || "PATCH".equals(method);
	}

	/**
	 * Parse the key of a request. Called before anything of it is read or looked up.
	 * @param lines the values of the header, one for each line that was received
	 * @return the key, or {@code null} if the request has to be refused
	 */
	public @Nullable IdempotencyKey key(List<String> lines) {
		return IdempotencyKey.parse(lines, this.settings.strict());
	}

	/**
	 * Claim the operation of a request, or find out what became of it. Called once for a
	 * request, when its body has been read.
	 * @param operation the operation, see {@link IdempotencyScope}
	 * @return what to do; {@link Admission.Run} for at most one of several simultaneous
	 * requests
	 */
	public Admission admit(Operation operation) {
		Admission admission = claim(operation, RoutePolicy.OPTIONAL);
		tell(resultOf(admission));
		return admission;
	}

	/**
	 * Claim the operation of a request, or wait until it is known what became of it.
	 * Called once for a request, when its body has been read.
	 * @param operation the operation, see {@link IdempotencyScope}
	 * @param route what is done with the keys of its route
	 * @return what to do, at the latest after {@link Patience#atMost()}; it may be given
	 * on a thread of ours, which must not be kept. Whoever is given an
	 * {@link Admission.Run} has to settle it. To cancel it is to wait no longer
	 */
	public CompletableFuture<Admission> admit(Operation operation, RoutePolicy route) {
		Admission first = claim(operation, route);
		boolean waits = first instanceof Admission.Refuse refusal
				&& refusal.problem() == IdempotencyProblem.IN_PROGRESS;
		CompletableFuture<Admission> admission = waits
				? this.waiters.await(operation.recordKey(), () -> ask(operation, route), first)
				: CompletableFuture.completedFuture(first);
		admission.whenComplete((found, failure) -> tell(resultOf((found != null) ? found : first)));
		return admission;
	}

	private Admission claim(Operation operation, RoutePolicy route) {
		try {
			return ask(operation, route);
		}
		catch (RuntimeException ex) {
			return storeFailed(ex, route);
		}
	}

	private Admission storeFailed(RuntimeException failure, RoutePolicy route) {
		logger.warn("The store of idempotency keys failed. The request {}.",
				route.closed() ? "is refused" : "runs without protection", failure);
		this.events.storeFailed(failure);
		return route.closed() ? new Admission.Refuse(IdempotencyProblem.STORE_DOWN, DOWN_RETRY_AFTER)
				: new Admission.Unprotected();
	}

	/**
	 * What is done with a request for which the store has said nothing in time. Called
	 * instead of {@link #admit}, or while that waits for the store.
	 * @param route what is done with the keys of its route
	 * @return what to do
	 */
	public Admission storeIsLate(RoutePolicy route) {
		Admission admission = storeFailed(new IllegalStateException("Calls of the store take too long"), route);
		tell(resultOf(admission));
		return admission;
	}

	private Admission ask(Operation operation, RoutePolicy route) {
		OnAbandoned onAbandoned = (route.onAbandoned() != null) ? route.onAbandoned() : this.settings.onAbandoned();
		ClaimResult result = this.store.claim(operation, this.settings.lease());
		if (result instanceof ClaimResult.Abandoned lost && onAbandoned == OnAbandoned.RE_EXECUTE) {
			result = takeOver(operation, lost);
		}
		if (result instanceof ClaimResult.Granted granted) {
			HeldClaim held = new HeldClaim(operation.recordKey(), granted.token());
			return new Admission.Run(new OpenClaim(this.store, held, this.heartbeat, this.events), route);
		}
		Admission admission = this.refusals.of(result, route);
		return (admission instanceof Admission.Refuse refusal) ? refusal.about(operation.recordKey()) : admission;
	}

	private ClaimResult takeOver(Operation operation, ClaimResult.Abandoned lost) {
		ClaimResult result = this.store.takeOver(operation, lost.token(), this.settings.lease());
		if (result instanceof ClaimResult.Granted) {
			this.events.takenOver();
		}
		return result;
	}

	/**
	 * Whether an answer is kept for repetitions, by what its status means. An answer that
	 * was given before the operation was looked at is not, whatever its status.
	 * @param status the status
	 * @return whether it is kept
	 */
	public boolean keeps(int status) {
		return StatusPolicy.keeps(status);
	}

	/**
	 * Whether an answer is kept for repetitions on a route.
	 * @param status the status
	 * @param route what is done with the keys of the route
	 * @return whether it is kept
	 */
	public boolean keeps(int status, RoutePolicy route) {
		return keeps(status) || (status >= 500 && route.keepServerErrors());
	}

	/**
	 * Add to an answer until when it is kept. Called when it is complete, before it is
	 * stored.
	 * @param response the answer
	 * @return the answer to be stored, and to be given with its headers
	 */
	public StoredResponse announce(StoredResponse response) {
		return this.terms.announce(response, Clock.systemUTC());
	}

	/**
	 * Whether nobody knows how an operation ended, whose answer is not kept. Called when
	 * the answer is complete.
	 * @param status the status of the answer, 500 if there is none
	 * @param begun whether the handler was called, as far as that can be told
	 * @param effects whether a call of the operation may have had an effect elsewhere
	 * @return whether it must not run again
	 */
	public boolean leavesUnknown(int status, boolean begun, boolean effects) {
		return StatusPolicy.fails(status) && this.settings.afterFailure().leavesUnknown(begun, effects);
	}

	/**
	 * Tell the listeners about a request that {@link #admit} was not called for.
	 * @param result what becomes of the request
	 */
	public void tell(IdempotencyResult result) {
		this.events.result(result);
	}

	/**
	 * Stop to renew leases. Called when the application ends, after its requests.
	 */
	@Override
	public void close() {
		this.heartbeat.close();
	}

	/**
	 * What becomes of a request.
	 * @param admission what was decided
	 * @return the result, as the listeners are told
	 */
	public static IdempotencyResult resultOf(Admission admission) {
		if (admission instanceof Admission.Run) {
			return IdempotencyResult.CREATED;
		}
		if (admission instanceof Admission.Replay) {
			return IdempotencyResult.REPLAYED;
		}
		return (admission instanceof Admission.Refuse refusal) ? refusal.problem().result()
				: IdempotencyResult.UNPROTECTED;
	}

}
