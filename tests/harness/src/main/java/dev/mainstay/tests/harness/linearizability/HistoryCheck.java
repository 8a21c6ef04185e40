package dev.mainstay.tests.harness.linearizability;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Looks for an order of the calls of one key in which a store that does one thing at a
 * time would have said the same: the search of Wing and Gong, which tries as next one
 * every call that began before all others had returned, with Lowe's memory of which sets
 * of calls in which state lead nowhere. It is exact: it finds an order if there is one.
 * Linearizability is local, so keys are looked at one by one.
 */
final class HistoryCheck {

	static final int MOST = Long.SIZE;

	private final List<StoreCall> calls;

	private final Map<String, String> claimed;

	private final Set<Seen> seen = new HashSet<>();

	private HistoryCheck(List<StoreCall> calls) {
		if (calls.size() > MOST) {
			throw new IllegalArgumentException("More calls than a set of them has bits");
		}
		this.calls = calls;
		this.claimed = calls.stream()
			.filter((call) -> call.answer() == StoreCall.Answer.GRANTED)
			.collect(Collectors.toMap(StoreCall::value, StoreCall::subject, (one, other) -> one));
	}

	/**
	 * Check the calls of a key.
	 * @param calls all of them, in any order
	 * @return what is wrong, {@code null} if nothing is
	 */
	static @Nullable String complaint(List<StoreCall> calls) {
		HistoryCheck check = new HistoryCheck(calls);
		return check.search(0, RecordState.ABSENT) ? null
				: "there is no order of these calls that explains the answers";
	}

	private boolean search(long done, RecordState state) {
		if (Long.bitCount(done) == this.calls.size()) {
			return true;
		}
		if (!this.seen.add(new Seen(done, state))) {
			return false;
		}
		long first = firstReturn(done);
		for (int i = 0; i < this.calls.size(); i++) {
			long bit = 1L << i;
			if ((done & bit) == 0 && this.calls.get(i).invoked() <= first && leads(done | bit, state, i)) {
				return true;
			}
		}
		return false;
	}

	private boolean leads(long done, RecordState state, int next) {
		for (RecordState after : state.after(this.calls.get(next), this.claimed)) {
			if (search(done, after)) {
				return true;
			}
		}
		return false;
	}

	private long firstReturn(long done) {
		long first = Long.MAX_VALUE;
		for (int i = 0; i < this.calls.size(); i++) {
			if ((done & (1L << i)) == 0) {
				first = Math.min(first, this.calls.get(i).returned());
			}
		}
		return first;
	}

	private record Seen(long done, RecordState state) {

	}

}
