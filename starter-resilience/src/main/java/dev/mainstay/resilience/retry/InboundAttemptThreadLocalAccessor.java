package dev.mainstay.resilience.retry;

import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Takes the number of the caller's attempt along to every other thread that works for its
 * request. Found by Micrometer's context propagation; thread-safe.
 *
 * @since 0.1.0
 */
public final class InboundAttemptThreadLocalAccessor implements ThreadLocalAccessor<Integer> {

	@Override
	public Object key() {
		return InboundAttempt.KEY;
	}

	@Override
	public @Nullable Integer getValue() {
		int number = InboundAttempt.number();
		return (number > 1) ? number : null;
	}

	@Override
	public void setValue(Integer number) {
		InboundAttempt.set(number);
	}

	@Override
	public void setValue() {
		InboundAttempt.clear();
	}

}
