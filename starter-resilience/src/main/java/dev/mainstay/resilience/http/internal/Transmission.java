package dev.mainstay.resilience.http.internal;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the way that one attempt takes to the wire. An exception tells only
 * how the last hop of a call ended, which may be that of a redirect, or a connection that
 * the client opened after another one had been lost. So whether nothing at all was sent
 * has to be watched. Opened and closed on the thread of the call, told from any thread.
 *
 * @since 0.1.0
 */
public final class Transmission implements AutoCloseable {

	private static final ThreadLocal<Transmission> current = new ThreadLocal<>();

	private final @Nullable Transmission outer;

	private volatile boolean watched;

	private volatile boolean begun;

	private @Nullable Runnable abort;

	private boolean aborted;

	private Transmission(@Nullable Transmission outer) {
		this.outer = outer;
	}

	/**
	 * Begin an attempt that belongs to no thread.
	 * @return its transmission
	 */
	public static Transmission unbound() {
		return new Transmission(null);
	}

	/**
	 * Do a part of the attempt on the current thread.
	 * @param <T> the type of the result
	 * @param part what to do
	 * @return what comes of it
	 */
	public <T> T within(Supplier<T> part) {
		Transmission before = current.get();
		current.set(this);
		try {
			return part.get();
		}
		finally {
			bind(before);
		}
	}

	/**
	 * Begin an attempt on the current thread.
	 * @return its transmission
	 */
	public static Transmission open() {
		Transmission transmission = new Transmission(current.get());
		current.set(transmission);
		return transmission;
	}

	/**
	 * The attempt that the current thread makes. Called by the adapters of the clients.
	 * @return its transmission, {@code null} if the call is none of ours
	 */
	public static @Nullable Transmission current() {
		return current.get();
	}

	/**
	 * Note that somebody will tell when the transmission begins.
	 */
	public void watched() {
		this.watched = true;
	}

	/**
	 * Note that the other side may get something of the request from now on.
	 */
	public void begun() {
		this.begun = true;
	}

	/**
	 * Note how to give up the connection, for a client that reads an answer to its end
	 * before it closes it. If that was asked for before, it happens at once.
	 * @param abort gives up the connection, without waiting
	 */
	public void abortBy(Runnable abort) {
		synchronized (this) {
			this.abort = abort;
			if (!this.aborted) {
				return;
			}
		}
		abort.run();
	}

	/**
	 * Give up the connection: the answer will not be waited for. Called on any thread.
	 */
	public void abort() {
		Runnable abort;
		synchronized (this) {
			this.aborted = true;
			abort = this.abort;
		}
		if (abort != null) {
			abort.run();
		}
	}

	/**
	 * Whether the connection was given up.
	 * @return whether somebody asked for it
	 */
	public synchronized boolean isAborted() {
		return this.aborted;
	}

	/**
	 * Whether something may have been sent.
	 * @return whether the transmission began
	 */
	public boolean hasBegun() {
		return this.begun;
	}

	/**
	 * Whether it is certain that nothing was sent.
	 * @return whether it was watched and never began
	 */
	public boolean neverBegan() {
		return this.watched && !this.begun;
	}

	/**
	 * The call has returned from the client.
	 */
	@Override
	public void close() {
		bind(this.outer);
	}

	private static void bind(@Nullable Transmission transmission) {
		if (transmission != null) {
			current.set(transmission);
		}
		else {
			current.remove();
		}
	}

}
