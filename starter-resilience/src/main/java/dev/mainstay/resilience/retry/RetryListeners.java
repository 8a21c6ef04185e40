package dev.mainstay.resilience.retry;

import java.util.List;

/**
 * Tells several listeners, in their order.
 *
 * @param listeners the listeners
 * @since 0.1.0
 */
public record RetryListeners(List<RetryListener> listeners) implements RetryListener {

	/**
	 * Copies the list.
	 */
	public RetryListeners {
		listeners = List.copyOf(listeners);
	}

	@Override
	public void onRetry(String client, FailureKind kind) {
		this.listeners.forEach((listener) -> listener.onRetry(client, kind));
	}

	@Override
	public void onSuppressed(String client, Suppression reason) {
		this.listeners.forEach((listener) -> listener.onSuppressed(client, reason));
	}

}
