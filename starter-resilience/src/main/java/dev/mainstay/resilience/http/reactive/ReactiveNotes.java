package dev.mainstay.resilience.http.reactive;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import dev.mainstay.resilience.http.reactive.ResilientExchange.Noted;
import dev.mainstay.resilience.outgoing.OutgoingEffects;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/**
 * What others are told about one call.
 */
final class ReactiveNotes implements Noted {

	private final @Nullable OutgoingEffects effects;

	private final AtomicBoolean failed;

	private final BooleanSupplier repeating;

	/**
	 * Create the notes, when the call is subscribed to.
	 * @param context the context of the chain
	 * @param failed whether it failed is kept here
	 * @param repeating whether the application makes failed calls again by itself
	 */
	ReactiveNotes(ContextView context, AtomicBoolean failed, BooleanSupplier repeating) {
		this.effects = context.<OutgoingEffects>getOrEmpty(OutgoingEffects.KEY).orElseGet(OutgoingEffects::current);
		this.failed = failed;
		this.repeating = repeating;
	}

	@Override
	public void effect() {
		OutgoingEffects effects = this.effects;
		if (effects != null) {
			try (OutgoingEffects.Scope scope = effects.resume()) {
				OutgoingEffects.note();
			}
		}
	}

	@Override
	public void failed(boolean failed) {
		this.failed.set(failed);
	}

	@Override
	public boolean isRepeating() {
		return this.repeating.getAsBoolean();
	}

}
