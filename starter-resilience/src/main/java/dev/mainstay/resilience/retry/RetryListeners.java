package dev.mainstay.resilience.retry;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells several listeners, in their order. One that throws is logged and keeps neither
 * the others nor the call from going on. Thread-safe.
 *
 * @since 0.1.0
 */
public final class RetryListeners implements RetryListener {

	private static final Logger logger = LoggerFactory.getLogger(RetryListeners.class);

	private final Supplier<List<RetryListener>> listeners;

	/**
	 * Create the listener of listeners.
	 * @param listeners asked for the listeners at each event, so that they may be created
	 * after the clients that they are told of
	 */
	public RetryListeners(Supplier<List<RetryListener>> listeners) {
		this.listeners = listeners;
	}

	@Override
	public void onRetry(String client, FailureKind kind) {
		tell((listener) -> listener.onRetry(client, kind));
	}

	@Override
	public void onSuppressed(String client, Suppression reason) {
		tell((listener) -> listener.onSuppressed(client, reason));
	}

	private void tell(Consumer<RetryListener> event) {
		for (RetryListener listener : this.listeners.get()) {
			try {
				event.accept(listener);
			}
			catch (RuntimeException | LinkageError ex) {
				logger.warn("A listener failed at a retry: {}", listener.getClass().getName(), ex);
			}
		}
	}

}
