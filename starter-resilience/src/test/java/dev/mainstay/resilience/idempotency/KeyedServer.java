package dev.mainstay.resilience.idempotency;

/**
 * An application that takes keys on a real server, on either stack.
 */
public interface KeyedServer extends AutoCloseable {

	KeyedClient client();

	<T> T bean(Class<T> type);

	int executions();

	/** Counts anew. */
	void reset();

	/** Waits until the handler that waits at a gate has been called. */
	boolean isEntered() throws InterruptedException;

	void open(String gate);

	@Override
	void close();

}
