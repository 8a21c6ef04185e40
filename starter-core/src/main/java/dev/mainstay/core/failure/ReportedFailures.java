package dev.mainstay.core.failure;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

import dev.mainstay.core.request.RootFailure;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the failures that were reported last, by the identity of their root cause, as
 * each layer wraps a failure in an exception of its own. Bounded, and keeps no failure in
 * memory: one that is forgotten too early costs a second line in the log, never a first.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class ReportedFailures {

	/**
	 * More than a server has requests failing between a report and the container's own.
	 */
	private static final int CAPACITY = 512;

	private final AtomicReferenceArray<@Nullable WeakReference<Throwable>> recent = new AtomicReferenceArray<>(
			CAPACITY);

	private final AtomicInteger next = new AtomicInteger();

	/**
	 * Whether a failure was reported already.
	 * @param failure the failure, wrapped or not
	 * @return whether one with the same root cause was
	 */
	public boolean contains(Throwable failure) {
		Throwable root = RootFailure.rootCause(failure);
		for (int i = 0; i < CAPACITY; i++) {
			WeakReference<Throwable> reference = this.recent.get(i);
			if (reference != null && reference.refersTo(root)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Remember a failure.
	 * @param failure the failure, wrapped or not
	 */
	void add(Throwable failure) {
		int index = Math.floorMod(this.next.getAndIncrement(), CAPACITY);
		this.recent.set(index, new WeakReference<>(RootFailure.rootCause(failure)));
	}

}
