package dev.mainstay.resilience.outgoing;

import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Takes the note of a thread along to every other one that works for it, through
 * {@code @Async} methods, executors and Reactor. Found by Micrometer's context
 * propagation; thread-safe.
 *
 * @since 0.1.0
 */
public final class OutgoingEffectsThreadLocalAccessor implements ThreadLocalAccessor<OutgoingEffects> {

	@Override
	public Object key() {
		return OutgoingEffects.KEY;
	}

	@Override
	public @Nullable OutgoingEffects getValue() {
		return OutgoingEffects.current();
	}

	@Override
	public void setValue(OutgoingEffects effects) {
		OutgoingEffects.bind(effects);
	}

	@Override
	public void setValue() {
		OutgoingEffects.bind(null);
	}

}
