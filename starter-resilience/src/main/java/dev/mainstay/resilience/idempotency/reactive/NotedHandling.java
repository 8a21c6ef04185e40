package dev.mainstay.resilience.idempotency.reactive;

import dev.mainstay.resilience.outgoing.OutgoingEffects;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

/**
 * Has it noted what outgoing calls may have done: on the thread that handles a request,
 * until it leaves it to others, and wherever the context of the request goes.
 */
final class NotedHandling extends MonoOperator<Void, Void> {

	private final OutgoingEffects effects;

	NotedHandling(Mono<Void> handling, OutgoingEffects effects) {
		super(handling.contextWrite((context) -> context.put(OutgoingEffects.KEY, effects)));
		this.effects = effects;
	}

	@Override
	public void subscribe(CoreSubscriber<? super Void> subscriber) {
		try (OutgoingEffects.Scope scope = this.effects.resume()) {
			this.source.subscribe(subscriber);
		}
	}

}
