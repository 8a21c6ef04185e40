package dev.mainstay.resilience.deadline;

import java.time.Duration;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * A moment after which an answer is of no use. It is kept as a reading of the clock that
 * only runs forward, so a change of the wall clock moves nothing. Immutable and
 * thread-safe.
 *
 * @since 0.1.0
 */
public final class Deadline {

	/**
	 * The key of the deadline in a context that is propagated, such as that of Reactor.
	 */
	public static final String KEY = Deadline.class.getName();

	/** Half of what a reading can differ by; whoever waits longer than that waits. */
	private static final long MAX_NANOS = Long.MAX_VALUE / 2;

	private static final ThreadLocal<Deadline> current = new ThreadLocal<>();

	private final long at;

	private final LongSupplier nanoTime;

	private Deadline(long at, LongSupplier nanoTime) {
		this.at = at;
		this.nanoTime = nanoTime;
	}

	/**
	 * The moment that is some time ahead.
	 * @param duration how far ahead; one that is not positive is a deadline that has
	 * passed
	 * @return the deadline
	 */
	public static Deadline after(Duration duration) {
		return after(duration, System::nanoTime);
	}

	/**
	 * The moment that is some time ahead, by a clock of one's own.
	 * @param duration how far ahead
	 * @param nanoTime the time, as from {@link System#nanoTime()}
	 * @return the deadline
	 */
	public static Deadline after(Duration duration, LongSupplier nanoTime) {
		return new Deadline(nanoTime.getAsLong() + nanosOf(duration), nanoTime);
	}

	/**
	 * The earlier one of two.
	 * @param one a deadline, {@code null} for none
	 * @param other another one, {@code null} for none
	 * @return the one that passes first, {@code null} if there is none
	 */
	public static @Nullable Deadline earlier(@Nullable Deadline one, @Nullable Deadline other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		return (one.remainingNanos() <= other.remainingNanos()) ? one : other;
	}

	/**
	 * The deadline of what the current thread works on.
	 * @return the deadline, {@code null} if there is none
	 */
	public static @Nullable Deadline current() {
		return current.get();
	}

	/**
	 * Work under this deadline on the current thread, or under the one that it already
	 * has if that is earlier.
	 * @return the scope, to be closed on this thread
	 */
	public Scope open() {
		Deadline before = current.get();
		bind(earlier(this, before));
		return new Scope(before);
	}

	/**
	 * Work without a deadline on the current thread, for what has to be done even if
	 * nobody waits for the answer any more, such as giving back a lock.
	 * @return the scope, to be closed on this thread
	 */
	public static Scope suspend() {
		Deadline before = current.get();
		bind(null);
		return new Scope(before);
	}

	static void bind(@Nullable Deadline deadline) {
		if (deadline != null) {
			current.set(deadline);
		}
		else {
			current.remove();
		}
	}

	/**
	 * How much time is left.
	 * @return the time, zero if the deadline has passed
	 */
	public Duration remaining() {
		return Duration.ofNanos(Math.max(0, remainingNanos()));
	}

	/**
	 * How much time is left.
	 * @return the time in nanoseconds, negative by as much as the deadline has passed
	 */
	public long remainingNanos() {
		return this.at - this.nanoTime.getAsLong();
	}

	/**
	 * Whether an answer is of no use any more.
	 * @return whether the deadline has passed
	 */
	public boolean isPast() {
		return remainingNanos() <= 0;
	}

	private static long nanosOf(Duration duration) {
		if (duration.isNegative()) {
			return 0;
		}
		return (duration.getSeconds() >= MAX_NANOS / 1_000_000_000L) ? MAX_NANOS : duration.toNanos();
	}

	@Override
	public String toString() {
		return remaining().toMillis() + " ms left";
	}

	/**
	 * The time in which a thread works under a deadline.
	 *
	 * @since 0.1.0
	 */
	public static final class Scope implements AutoCloseable {

		private final @Nullable Deadline before;

		private Scope(@Nullable Deadline before) {
			this.before = before;
		}

		/**
		 * Give the thread back the deadline that it had before.
		 */
		@Override
		public void close() {
			bind(this.before);
		}

	}

}
