package dev.mainstay.tests.harness.linearizability;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.mainstay.tests.harness.linearizability.StoreCall.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What a store that does one thing at a time holds for one key, and what it may say. Time
 * is left out: an open record may be in progress or abandoned, and {@link LeaseCheck}
 * looks after which.
 *
 * @param fingerprint what the operation is asked to do, {@code null} if there is no
 * record
 * @param token the owner of an open record, {@code null} if it is not open
 * @param outcome the end, {@code null} if there is none
 */
record RecordState(@Nullable String fingerprint, @Nullable String token, @Nullable String outcome) {

	static final RecordState ABSENT = new RecordState(null, null, null);

	/**
	 * What the state may be after a call with the answer it had.
	 * @param call the call
	 * @param claimed the fingerprint for which each token was granted
	 * @return no state if the answer is wrong
	 */
	List<RecordState> after(StoreCall call, Map<String, String> claimed) {
		return switch (call.kind()) {
			case CLAIM, TAKE_OVER -> afterClaim(call);
			case RENEW, ABANDON -> stays(call.answer() == answer(isOwnedBy(call.subject())));
			case RELEASE -> afterRelease(call);
			case COMPLETE -> afterComplete(call, claimed);
		};
	}

	private List<RecordState> afterClaim(StoreCall call) {
		boolean taken = call.kind() == StoreCall.Kind.TAKE_OVER && this.token != null && this.token.equals(call.lost());
		if (call.answer() == Answer.GRANTED) {
			return (this.fingerprint == null || taken) ? List.of(new RecordState(call.subject(), call.value(), null))
					: List.of();
		}
		return stays(switch (call.answer()) {
			case MISMATCH -> this.fingerprint != null && !this.fingerprint.equals(call.subject());
			case IN_PROGRESS -> this.token != null && matches(call);
			case ABANDONED -> isOwnedBy(call.value()) && matches(call);
			case COMPLETED -> call.value().equals(this.outcome) && matches(call);
			default -> false;
		});
	}

	private List<RecordState> afterRelease(StoreCall call) {
		boolean owned = isOwnedBy(call.subject());
		if (call.answer() != answer(owned)) {
			return List.of();
		}
		return List.of(owned ? ABSENT : this);
	}

	/** A store may take the word of an owner whose record is gone, or not. */
	private List<RecordState> afterComplete(StoreCall call, Map<String, String> claimed) {
		boolean owned = isOwnedBy(call.subject());
		if (call.answer() == Answer.TRUE && (owned || this.fingerprint == null)) {
			return List.of(new RecordState(Objects.requireNonNull(claimed.get(call.subject())), null, call.value()));
		}
		return stays(call.answer() == Answer.FALSE && !owned);
	}

	private List<RecordState> stays(boolean right) {
		return right ? List.of(this) : List.of();
	}

	private boolean matches(StoreCall call) {
		return call.subject().equals(this.fingerprint);
	}

	private boolean isOwnedBy(String token) {
		return token.equals(this.token);
	}

	private static Answer answer(boolean holds) {
		return holds ? Answer.TRUE : Answer.FALSE;
	}

}
