package dev.mainstay.resilience.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

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

	private final boolean waitsForStore;

	private final IdempotencySettings settings;

	private final IdempotencyTerms terms;

	private final ClaimEvents events;

	private final LeasedClaims leased;

	private final JoinedClaims joined;

	private final Waiters waiters;

	private final Turns turns;

	/**
	 * Create it. Nothing is announced to callers, and no duplicate waits.
	 * @param store remembers the operations
	 * @param settings how keys are handled
	 * @param listeners are told what becomes of the requests
	 */
	public Idempotency(IdempotencyStore store, IdempotencySettings settings, List<IdempotencyListener> listeners) {
		this(store, null, settings, IdempotencyTerms.NONE, listeners);
	}

	/**
	 * Create it.
	 * @param store remembers the operations
	 * @param joined claims those that are recorded in transactions of the application,
	 * {@code null} if none is
	 * @param settings how keys are handled
	 * @param terms what callers are promised
	 * @param listeners are told what becomes of the requests
	 */
	public Idempotency(IdempotencyStore store, @Nullable JoinedStore joined, IdempotencySettings settings,
			IdempotencyTerms terms, List<IdempotencyListener> listeners) {
		this.waitsForStore = !(store instanceof InMemoryIdempotencyStore);
		this.settings = settings;
		this.terms = terms;
		Semaphore places = new Semaphore(terms.patience().maxWaiters());
		this.waiters = new Waiters(terms.patience(), places);
		this.turns = new Turns(terms.patience(), places);
		this.events = new ClaimEvents(listeners);
		this.leased = new LeasedClaims(terms.patience().isNone() ? store : new WakingStore(store, this.waiters),
				settings, this.events);
		this.joined = new JoinedClaims(joined, this.leased, settings, this.events, this.turns);
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
	 * {@link Admission.Run} has to settle it. To cancel it is to wait no longer. A claim
	 * that is joined is given on this thread, which waits itself
	 */
	public CompletableFuture<Admission> admit(Operation operation, RoutePolicy route) {
		Admission first = claim(operation, route);
		CompletableFuture<Admission> admission = Refusals.isInProgress(first) ? await(operation, route, first)
				: CompletableFuture.completedFuture(first);
		admission.whenComplete((found, failure) -> tell(resultOf((found != null) ? found : first)));
		return admission;
	}

	private CompletableFuture<Admission> await(Operation operation, RoutePolicy route, Admission first) {
		String recordKey = operation.recordKey();
		return route.isJoined()
				? CompletableFuture.completedFuture(this.turns.await(recordKey, () -> claim(operation, route), first))
				: this.waiters.await(recordKey, () -> this.leased.ask(operation, route), first);
	}

	private Admission claim(Operation operation, RoutePolicy route) {
		try {
			return route.isJoined() ? this.joined.ask(operation, route) : this.leased.ask(operation, route);
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
		this.leased.close();
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
