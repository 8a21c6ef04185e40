package dev.mainstay.resilience.deadline;

import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Takes the deadline of a thread along to every other one that works for it, through
 * {@code @Async} methods, executors and Reactor. Found by Micrometer's context
 * propagation; thread-safe.
 *
 * @since 0.1.0
 */
public final class DeadlineThreadLocalAccessor implements ThreadLocalAccessor<Deadline> {

	@Override
	public Object key() {
		return Deadline.KEY;
	}

	@Override
	public @Nullable Deadline getValue() {
		return Deadline.current();
	}

	@Override
	public void setValue(Deadline deadline) {
		Deadline.bind(deadline);
	}

	@Override
	public void setValue() {
		Deadline.bind(null);
	}

}
