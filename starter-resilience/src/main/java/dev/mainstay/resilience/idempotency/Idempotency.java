package dev.mainstay.resilience.idempotency;

import java.time.Duration;
import java.util.List;

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

	private static final Duration MAX_RETRY_AFTER = Duration.ofSeconds(30);

	private final IdempotencyStore store;

	private final IdempotencySettings settings;

	private final ClaimEvents events;

	private final Heartbeat heartbeat;

	/**
	 * Create it.
	 * @param store remembers the operations
	 * @param settings how keys are handled
	 * @param listeners are told what becomes of the requests
	 */
	public Idempotency(IdempotencyStore store, IdempotencySettings settings, List<IdempotencyListener> listeners) {
		this.store = store;
		this.settings = settings;
		this.events = new ClaimEvents(listeners);
		this.heartbeat = new Heartbeat(store, settings.lease());
	}

	/**
	 * How keys are handled.
	 * @return the settings
	 */
	public IdempotencySettings settings() {
		return this.settings;
	}

	/**
	 * The operations that this instance runs.
	 * @return those that are not over, as they are at each look
	 */
	public OpenClaims openClaims() {
		return this.events.open();
	}

	/**
	 * Whether a method takes a key. The others either have no effect or may be repeated
	 * by their definition (RFC 9110, section 9.2.2).
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
		Admission admission = claim(operation);
		tell(resultOf(admission));
		return (admission instanceof Admission.Refuse refusal) ? refusal.about(operation.recordKey()) : admission;
	}

	private Admission claim(Operation operation) {
		try {
			ClaimResult result = this.store.claim(operation, this.settings.lease());
			if (result instanceof ClaimResult.Abandoned lost && this.settings.onAbandoned() == OnAbandoned.RE_EXECUTE) {
				result = takeOver(operation, lost);
			}
			if (result instanceof ClaimResult.Granted granted) {
				HeldClaim held = new HeldClaim(operation.recordKey(), granted.token());
				return new Admission.Run(new OpenClaim(this.store, held, this.heartbeat, this.events));
			}
			return refusalOf(result);
		}
		catch (RuntimeException ex) {
			logger.warn("The store of idempotency keys failed. The request runs without protection.", ex);
			this.events.storeFailed(ex);
			return new Admission.Unprotected();
		}
	}

	private ClaimResult takeOver(Operation operation, ClaimResult.Abandoned lost) {
		ClaimResult result = this.store.takeOver(operation, lost.token(), this.settings.lease());
		if (result instanceof ClaimResult.Granted) {
			this.events.takenOver();
		}
		return result;
	}

	private Admission refusalOf(ClaimResult result) {
		if (result instanceof ClaimResult.Completed completed) {
			return refusalOf(completed.outcome());
		}
		if (result instanceof ClaimResult.InProgress inProgress) {
			return new Admission.Refuse(IdempotencyProblem.IN_PROGRESS, retryAfter(inProgress.age()));
		}
		if (result instanceof ClaimResult.Mismatch) {
			return new Admission.Refuse(IdempotencyProblem.KEY_REUSED, null);
		}
		if (result instanceof ClaimResult.Abandoned) {
			return new Admission.Refuse(IdempotencyProblem.OUTCOME_UNKNOWN, null);
		}
		return (this.settings.whenFull() == WhenFull.REFUSE)
				? new Admission.Refuse(IdempotencyProblem.STORE_FULL, MAX_RETRY_AFTER) : new Admission.Unprotected();
	}

	private static Admission refusalOf(Outcome outcome) {
		if (outcome instanceof Outcome.Replayable replayable) {
			return new Admission.Replay(replayable.response());
		}
		return new Admission.Refuse((outcome instanceof Outcome.NotReplayable)
				? IdempotencyProblem.RESPONSE_NOT_REPLAYABLE : IdempotencyProblem.OUTCOME_UNKNOWN, null);
	}

	/**
	 * What has taken long may well take as long again; nobody is told to wait for ever.
	 */
	private static Duration retryAfter(Duration age) {
		long seconds = Math.max(1, Math.min(age.toSeconds(), MAX_RETRY_AFTER.toSeconds()));
		return Duration.ofSeconds(seconds);
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
