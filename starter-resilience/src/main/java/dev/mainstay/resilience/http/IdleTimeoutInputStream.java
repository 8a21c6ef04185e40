package dev.mainstay.resilience.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;

/**
 * Ends a body whose next byte does not come in time, by closing it under the thread that
 * waits for it. Only time spent waiting counts, so a slow reader never trips it. One
 * alarm at a time is set for a body, not one for each read.
 */
final class IdleTimeoutInputStream extends InputStream {

	private static final long NOT_WAITING = Long.MIN_VALUE;

	private final InputStream body;

	private final Watchdog watchdog;

	private final Duration timeout;

	private volatile long waitingSince = NOT_WAITING;

	private volatile @Nullable Future<?> alarm;

	private volatile boolean expired;

	private volatile boolean closed;

	IdleTimeoutInputStream(InputStream body, Watchdog watchdog, Duration timeout) {
		this.body = body;
		this.watchdog = watchdog;
		this.timeout = timeout;
	}

	@Override
	public int read() throws IOException {
		byte[] single = new byte[1];
		return (read(single, 0, 1) < 0) ? -1 : single[0] & 0xFF;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		this.waitingSince = Math.max(System.nanoTime(), NOT_WAITING + 1);
		if (this.alarm == null) {
			this.alarm = this.watchdog.after(this.timeout, this::check);
		}
		try {
			int count = this.body.read(buffer, offset, length);
			throwIfExpired(null);
			if (count < 0) {
				end();
			}
			return count;
		}
		catch (IOException ex) {
			throwIfExpired(ex);
			throw ex;
		}
		finally {
			this.waitingSince = NOT_WAITING;
		}
	}

	private void throwIfExpired(@Nullable IOException cause) throws IOException {
		if (this.expired) {
			HttpTimeoutException exception = new HttpTimeoutException("No byte of the body within "
					+ this.timeout.toMillis() + " ms (mainstay.http-client.idle-timeout)");
			exception.initCause(cause);
			throw exception;
		}
	}

	private void check() {
		long since = this.waitingSince;
		long waited = (since == NOT_WAITING) ? 0 : System.nanoTime() - since;
		if (this.closed) {
			return;
		}
		if (waited < this.timeout.toNanos()) {
			this.alarm = this.watchdog.after(this.timeout.minusNanos(waited), this::check);
			return;
		}
		this.expired = true;
		try {
			this.body.close();
		}
		catch (IOException ignored) {
			// The reader is told that the time was up, whatever becomes of the
			// connection.
		}
	}

	@Override
	public int available() throws IOException {
		return this.body.available();
	}

	@Override
	public void close() throws IOException {
		end();
		this.body.close();
	}

	/**
	 * An alarm that nobody needs any more would keep the body in memory until it is due.
	 */
	private void end() {
		this.closed = true;
		Future<?> pending = this.alarm;
		if (pending != null) {
			pending.cancel(false);
		}
	}

}
