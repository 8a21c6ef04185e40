package dev.mainstay.resilience.fallback;

import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Takes the answer to a request along to every thread that works for it. Found by
 * Micrometer's context propagation; thread-safe.
 *
 * @since 0.1.0
 */
public final class DegradedAnswerThreadLocalAccessor implements ThreadLocalAccessor<DegradedAnswer> {

	@Override
	public Object key() {
		return DegradedAnswer.KEY;
	}

	@Override
	public @Nullable DegradedAnswer getValue() {
		return DegradedAnswer.current();
	}

	@Override
	public void setValue(DegradedAnswer answer) {
		DegradedAnswer.bind(answer);
	}

	@Override
	public void setValue() {
		DegradedAnswer.bind(null);
	}

}
