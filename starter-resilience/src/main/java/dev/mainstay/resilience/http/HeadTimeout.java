package dev.mainstay.resilience.http;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Bounds the wait for the head of an answer where the client itself has no bound for the
 * head alone. The call stays on its thread, which is interrupted when the time is up: the
 * JDK's client then cancels the exchange. Whether the interrupt was ours is decided by
 * one state, so that none is left behind on the thread.
 */
final class HeadTimeout {

	private static final int WAITING = 0;

	private static final int ANSWERED = 1;

	private static final int EXPIRING = 2;

	private static final int EXPIRED = 3;

	private final Watchdog watchdog;

	private final Duration timeout;

	HeadTimeout(Watchdog watchdog, Duration timeout) {
		this.watchdog = watchdog;
		this.timeout = timeout;
	}

	ClientHttpResponse execute(ClientHttpRequest request) throws IOException {
		AtomicInteger state = new AtomicInteger(WAITING);
		Thread caller = Thread.currentThread();
		Future<?> alarm = this.watchdog.after(this.timeout, () -> expire(state, caller));
		ClientHttpResponse response;
		try {
			response = request.execute();
		}
		catch (IOException | RuntimeException ex) {
			if (!end(state, alarm)) {
				throw timedOut(ex);
			}
			throw ex;
		}
		if (!end(state, alarm)) {
			response.close();
			throw timedOut(null);
		}
		return response;
	}

	private static void expire(AtomicInteger state, Thread caller) {
		if (state.compareAndSet(WAITING, EXPIRING)) {
			caller.interrupt();
			state.set(EXPIRED);
		}
	}

	/**
	 * Returns whether the call ended before its time was up; if not, takes the interrupt
	 * back.
	 */
	private static boolean end(AtomicInteger state, Future<?> alarm) {
		if (state.compareAndSet(WAITING, ANSWERED)) {
			alarm.cancel(false);
			return true;
		}
		while (state.get() != EXPIRED) {
			Thread.onSpinWait();
		}
		Thread.interrupted();
		return false;
	}

	private HttpTimeoutException timedOut(@Nullable Throwable cause) {
		HttpTimeoutException exception = new HttpTimeoutException(
				"No answer within " + this.timeout.toMillis() + " ms (mainstay.http-client.response-timeout)");
		exception.initCause(cause);
		return exception;
	}

}
