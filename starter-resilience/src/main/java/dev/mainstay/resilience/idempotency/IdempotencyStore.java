package dev.mainstay.resilience.idempotency;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * Remembers which operations run or have run. A bean of this type replaces the store in
 * memory. Implementations are thread-safe, and for each record key they are linearizable:
 * of any number of simultaneous claims at most one is granted until it is released or its
 * record expires.
 * <p>
 * Tokens are opaque text of at most 64 ASCII characters, as the members of an
 * {@link Operation} are. A store that is bounded never makes room by dropping a record
 * before its time, and does not let one caller take all of it. What a method throws is
 * taken for a store that is down: the request then runs without protection, and says so.
 *
 * @since 0.1.0
 */
public interface IdempotencyStore {

	/**
	 * Claim an operation, or learn what became of it. Called before the operation runs.
	 * @param operation the operation
	 * @param lease how long the claim outlives an owner that was lost or let go of it; a
	 * store that can tell that its owner lives does not count the time of the owner's
	 * life
	 * @return {@link ClaimResult.Granted} to exactly one caller
	 */
	ClaimResult claim(Operation operation, Duration lease);

	/**
	 * Claim an operation whose owner was lost. Called if it may be run once more.
	 * @param operation the operation
	 * @param lost the token of {@link ClaimResult.Abandoned}
	 * @param lease as for {@link #claim}
	 * @return {@link ClaimResult.Granted} to at most one caller, who is the owner from
	 * then on; otherwise what has become of the operation meanwhile
	 */
	ClaimResult takeOver(Operation operation, String lost, Duration lease);

	/**
	 * Whether {@link #renew} has to be called. Asked once.
	 * @return {@code false} if the store can tell by itself that its owners live
	 */
	default boolean needsRenewal() {
		return false;
	}

	/**
	 * Say that owners live, so that the lease of each begins anew. Called every third of
	 * a lease at the latest, for all claims of this process that are older than that.
	 * @param claims what they hold
	 * @param lease as for {@link #claim}
	 * @return the claims that are no longer their owners'; none by default, which is
	 * right for a store that knows that its owners live
	 */
	default Collection<HeldClaim> renew(Collection<HeldClaim> claims, Duration lease) {
		return List.of();
	}

	/**
	 * Record how an operation ended. Called by the owner, at most once.
	 * @param recordKey the name of the operation
	 * @param token the token that was granted
	 * @param outcome the end; a store that has no room for the answer keeps that it is
	 * not replayable
	 * @return {@code false} if the claim was no longer the owner's, which changes nothing
	 */
	boolean complete(String recordKey, String token, Outcome outcome);

	/**
	 * Forget the operation, so that it can run again. Called by the owner when it knows
	 * that a repetition is right.
	 * @param recordKey the name of the operation
	 * @param token the token that was granted
	 * @return {@code false} if the claim was no longer the owner's, which changes nothing
	 */
	boolean release(String recordKey, String token);

	/**
	 * Let go of an operation that may still be running. It stays in progress until its
	 * lease ends; then it is abandoned. Called by the owner when it may never learn of
	 * the end; if it does, {@link #complete} and {@link #release} still take its word.
	 * @param recordKey the name of the operation
	 * @param token the token that was granted
	 * @return {@code false} if the claim was no longer the owner's, which changes nothing
	 */
	boolean abandon(String recordKey, String token);

}
