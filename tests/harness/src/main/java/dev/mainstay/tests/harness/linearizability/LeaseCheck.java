package dev.mainstay.tests.harness.linearizability;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Whether anybody was given up before the lease was over. A lease begins after the call
 * was made that begins it, so whoever is lost when another call returns must have had one
 * that began a whole lease before. Clocks of stores count in milliseconds, and are not
 * the one that is measured with.
 */
final class LeaseCheck {

	private static final long SLACK = Duration.ofMillis(3).toNanos();

	private LeaseCheck() {
	}

	static @Nullable String complaint(List<StoreCall> calls, Duration lease, boolean anewWhenAbandoned) {
		for (StoreCall call : calls) {
			String lost = call.foundLost();
			if (lost != null && calls.stream().noneMatch((other) -> hasReleased(other, lost, call)) && calls.stream()
				.anyMatch((other) -> other.beginsLeaseOf(lost, anewWhenAbandoned) && isTooLate(other, call, lease))) {
				return "an owner was given up within its lease: " + call;
			}
		}
		return null;
	}

	/** Who takes over what its owner has released takes it from nobody. */
	private static boolean hasReleased(StoreCall release, String token, StoreCall found) {
		return found.kind() == StoreCall.Kind.TAKE_OVER && release.kind() == StoreCall.Kind.RELEASE
				&& release.answer() == StoreCall.Answer.TRUE && release.subject().equals(token)
				&& release.invoked() < found.returned();
	}

	private static boolean isTooLate(StoreCall begin, StoreCall found, Duration lease) {
		return begin.returned() < found.invoked() && found.returned() < begin.invoked() + lease.toNanos() - SLACK;
	}

}
