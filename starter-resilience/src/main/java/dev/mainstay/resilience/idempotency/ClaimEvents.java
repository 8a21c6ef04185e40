package dev.mainstay.resilience.idempotency;

import java.util.List;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows the claims of this instance, and tells the listeners of them. A listener that
 * fails is logged and changes nothing. Thread-safe.
 */
final class ClaimEvents {

	private static final Logger logger = LoggerFactory.getLogger(ClaimEvents.class);

	private final List<IdempotencyListener> listeners;

	private final OpenClaims open = new OpenClaims();

	ClaimEvents(List<IdempotencyListener> listeners) {
		this.listeners = List.copyOf(listeners);
		tell((listener) -> listener.onStart(this.open));
	}

	OpenClaims open() {
		return this.open;
	}

	void result(IdempotencyResult result) {
		tell((listener) -> listener.onResult(result));
	}

	void takenOver() {
		tell(IdempotencyListener::onTakenOver);
	}

	void lost() {
		tell(IdempotencyListener::onLost);
	}

	void ended(Outcome outcome) {
		if (outcome instanceof Outcome.Replayable replayable) {
			tell((listener) -> listener.onStored(replayable.response().body().length));
		}
	}

	void storeFailed(RuntimeException failure) {
		tell((listener) -> listener.onStoreFailure(failure));
	}

	private void tell(Consumer<IdempotencyListener> event) {
		for (IdempotencyListener listener : this.listeners) {
			try {
				event.accept(listener);
			}
			catch (RuntimeException ex) {
				logger.warn("A listener failed on a request with an idempotency key: {}", listener.getClass().getName(),
						ex);
			}
		}
	}

}
