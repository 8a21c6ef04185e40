package dev.mainstay.resilience.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.Future;

import dev.mainstay.resilience.deadline.Deadline;
import dev.mainstay.resilience.deadline.DeadlineExceededException;
import dev.mainstay.resilience.http.internal.TimeoutThread;
import dev.mainstay.resilience.http.internal.Transmission;
import org.jspecify.annotations.Nullable;

/**
 * Gives up the connection of an attempt when its time is over, whether it is the head or
 * the body of the answer that does not come to its end. The calling thread notices by
 * what it reads from. Thread-safe.
 */
final class DeadlineWatch implements AutoCloseable {

	/** Watches nothing. */
	static final DeadlineWatch NONE = new DeadlineWatch(null, false);

	private final @Nullable Transmission transmission;

	private final boolean ofCall;

	private volatile boolean over;

	private volatile @Nullable Future<?> task;

	private DeadlineWatch(@Nullable Transmission transmission, boolean ofCall) {
		this.transmission = transmission;
		this.ofCall = ofCall;
	}

	/**
	 * Watch an attempt.
	 * @param attempt until when the attempt has to be over, {@code null} for no limit
	 * @param call until when the call has to be over, {@code null} for no limit
	 * @param transmission the attempt
	 */
	static DeadlineWatch of(@Nullable Deadline attempt, @Nullable Deadline call, Transmission transmission) {
		if (attempt == null) {
			return NONE;
		}
		DeadlineWatch watch = new DeadlineWatch(transmission, attempt == call);
		watch.task = TimeoutThread.schedule(watch::runOut, Math.max(0, attempt.remainingNanos()));
		return watch;
	}

	private void runOut() {
		this.over = true;
		if (this.transmission != null) {
			this.transmission.abort();
		}
	}

	boolean isWatching() {
		return this.transmission != null;
	}

	/** Whether the time was over, of the whole call and not of this attempt alone. */
	boolean hasEndedCall() {
		return this.over && this.ofCall;
	}

	/** What a failure really was, once the connection had been given up. */
	IOException explain(IOException failure) {
		if (!this.over) {
			return failure;
		}
		SocketTimeoutException timeout = this.ofCall
				? new DeadlineExceededException("The deadline of the call has passed")
				: new SocketTimeoutException("The attempt took longer than it may");
		timeout.initCause(failure);
		return timeout;
	}

	/**
	 * What a failure really was. A client may tell of a lost connection by an exception
	 * of any type.
	 */
	IOException explain(RuntimeException failure) {
		if (!this.over) {
			throw failure;
		}
		return explain(new IOException(failure));
	}

	/** What has ended may have been ended by this. */
	void requireInTime() throws IOException {
		if (this.over) {
			throw new EOFException("The connection was given up");
		}
	}

	@Override
	public void close() {
		Future<?> task = this.task;
		if (task != null) {
			task.cancel(false);
		}
	}

}
