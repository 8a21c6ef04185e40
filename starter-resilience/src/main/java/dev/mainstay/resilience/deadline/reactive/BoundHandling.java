package dev.mainstay.resilience.deadline.reactive;

import dev.mainstay.resilience.deadline.Arrival;
import dev.mainstay.resilience.deadline.Deadline;
import dev.mainstay.resilience.retry.InboundAttempt;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;
import reactor.util.context.Context;

/**
 * Work under a deadline: wherever the context of the request goes, and, should nothing
 * put that into thread locals, at least on the thread that begins it.
 */
final class BoundHandling extends MonoOperator<Void, Void> {

	private final Arrival arrival;

	BoundHandling(Mono<Void> handling, Arrival arrival) {
		super(handling.contextWrite((context) -> with(arrival, context)));
		this.arrival = arrival;
	}

	private static Context with(Arrival arrival, Context context) {
		Deadline deadline = arrival.deadline();
		Context bound = (deadline != null) ? context.put(Deadline.KEY, deadline) : context;
		return (arrival.attempt() > 1) ? bound.put(InboundAttempt.KEY, arrival.attempt()) : bound;
	}

	@Override
	public void subscribe(CoreSubscriber<? super Void> subscriber) {
		Deadline deadline = this.arrival.deadline();
		Deadline.Scope scope = (deadline != null) ? deadline.open() : null;
		try {
			attempt(subscriber);
		}
		finally {
			if (scope != null) {
				scope.close();
			}
		}
	}

	private void attempt(CoreSubscriber<? super Void> subscriber) {
		if (this.arrival.attempt() == 1) {
			this.source.subscribe(subscriber);
			return;
		}
		InboundAttempt.set(this.arrival.attempt());
		try {
			this.source.subscribe(subscriber);
		}
		finally {
			InboundAttempt.clear();
		}
	}

}
