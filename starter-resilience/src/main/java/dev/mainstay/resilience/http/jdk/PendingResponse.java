package dev.mainstay.resilience.http.jdk;

import java.io.Closeable;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import dev.mainstay.resilience.http.internal.Patience;
import dev.mainstay.resilience.http.internal.TimeoutThread;
import org.jspecify.annotations.Nullable;

/**
 * A response that is given up when its head does not come in time.
 *
 * @param <T> the type of the body
 */
final class PendingResponse<T> extends CompletableFuture<HttpResponse<T>> {

	private final Duration timeout;

	private final Patience patience;

	private volatile @Nullable CompletableFuture<HttpResponse<T>> exchange;

	PendingResponse(Duration timeout) {
		this.timeout = timeout;
		this.patience = new Patience(timeout, TimeoutThread::scheduleUnlessCancelled, this::runOut);
	}

	Patience patience() {
		return this.patience;
	}

	void follow(CompletableFuture<HttpResponse<T>> exchange) {
		this.exchange = exchange;
		exchange.whenComplete(this::ended);
	}

	private void ended(@Nullable HttpResponse<T> response, @Nullable Throwable failure) {
		this.patience.over();
		if (failure != null) {
			boolean wrapped = failure instanceof CompletionException && failure.getCause() != null;
			completeExceptionally(wrapped ? failure.getCause() : failure);
		}
		else if (response != null && !complete(response)) {
			close(response.body());
		}
	}

	private void runOut() {
		giveUp("No response for " + this.timeout.toMillis() + " ms after the request");
	}

	/** Somebody else will not wait any longer. */
	void giveUp() {
		giveUp("The response came too late");
	}

	private void giveUp(String why) {
		this.patience.over();
		if (completeExceptionally(new HttpTimeoutException(why))) {
			abort();
		}
	}

	@Override
	public boolean cancel(boolean mayInterruptIfRunning) {
		this.patience.over();
		boolean cancelled = super.cancel(mayInterruptIfRunning);
		abort();
		return cancelled;
	}

	private void abort() {
		CompletableFuture<HttpResponse<T>> exchange = this.exchange;
		if (exchange != null) {
			exchange.cancel(true);
		}
	}

	private static void close(@Nullable Object body) {
		try {
			if (body instanceof Closeable closeable) {
				closeable.close();
			}
		}
		catch (IOException ignored) {
			// Nobody is there to read it
		}
	}

}
